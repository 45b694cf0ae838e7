package com.customerfocus.support;

import java.time.Duration;
import java.time.Instant;

/**
 * What figures count: what happened at {@code from} or later and before {@code until}.
 *
 * @throws InvalidInputException when it has no moment in it, or is not in the years 1 to 9999
 */
public record Period(Instant from, Instant until) {

  /** Figures of fewer say more about single people than about a unit, and are withheld. */
  public static final int FEWEST = 5;

  private static final Duration USUAL = Duration.ofDays(90);
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  public Period {
    if (from.isBefore(FIRST) || until.isAfter(LAST)) {
      throw new InvalidInputException("refusal.date.out-of-range");
    }
    if (!from.isBefore(until)) {
      throw new InvalidInputException("refusal.period");
    }
  }

  /**
   * What is not given is the 90 days up to the end, and the present moment.
   *
   * @param from or null
   * @param until or null
   * @param now what happened at this very moment counts
   */
  public static Period of(Instant from, Instant until, Instant now) {
    var end = until == null ? now.plusMillis(1) : until;
    return new Period(from == null ? usualStart(end) : from, end);
  }

  private static Instant usualStart(Instant end) {
    // Before the first moment there may be nothing to compute.
    return end.isBefore(FIRST) ? end : end.minus(USUAL);
  }
}
