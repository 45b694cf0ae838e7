package com.customerfocus.handoff.partnership;

import com.customerfocus.support.InvalidInputException;
import java.time.Duration;
import java.time.Instant;

/**
 * The requests that count: those made at {@code from} or later and before {@code until}.
 *
 * @throws InvalidInputException when it has no moment in it
 */
public record Period(Instant from, Instant until) {

  private static final Duration USUAL = Duration.ofDays(90);

  public Period {
    if (!from.isBefore(until)) {
      throw new InvalidInputException("refusal.partnership.period");
    }
  }

  /**
   * What is not given is the 90 days up to the end, and the present moment.
   *
   * @param from or null
   * @param until or null
   * @param now requests of this very moment count
   */
  static Period of(Instant from, Instant until, Instant now) {
    var end = until == null ? now.plusMillis(1) : until;
    return new Period(from == null ? end.minus(USUAL) : from, end);
  }
}
