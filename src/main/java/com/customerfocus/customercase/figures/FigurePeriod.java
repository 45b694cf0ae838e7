package com.customerfocus.customercase.figures;

import com.customerfocus.support.InvalidInputException;
import java.time.Duration;
import java.time.Instant;

/**
 * What counts: cases that ended at {@code from} or later and before {@code until}.
 *
 * @throws InvalidInputException when it has no moment in it
 */
public record FigurePeriod(Instant from, Instant until) {

  private static final Duration USUAL = Duration.ofDays(90);

  public FigurePeriod {
    if (!from.isBefore(until)) {
      throw new InvalidInputException("refusal.case.period");
    }
  }

  /**
   * What is not given is the 90 days up to the end, and the present moment.
   *
   * @param from or null
   * @param until or null
   * @param now what ended at this very moment counts
   */
  static FigurePeriod of(Instant from, Instant until, Instant now) {
    var end = until == null ? now.plusMillis(1) : until;
    return new FigurePeriod(from == null ? end.minus(USUAL) : from, end);
  }
}
