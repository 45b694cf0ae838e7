package com.customerfocus.customercase;

import java.time.Duration;
import java.time.Instant;

/** How often a customer is asked about comfort, and how long a closed case can be opened again. */
final class ComfortRules {

  /** Times that a customer is asked. */
  static final int TIMES = 3;

  /** Working days of the owner between two questions, and after the last one. */
  static final int DAYS_BETWEEN = 3;

  /** For as long a customer who is not comfortable opens the same case again. */
  static final Duration REOPENED_WITHIN = Duration.ofDays(30);

  private ComfortRules() {}

  /** Whether the customer is asked once more, or has been asked often enough. */
  static boolean isAskedAgain(int asked) {
    return asked < TIMES;
  }

  /** Whether a case that was closed then goes on itself; later another one is opened. */
  static boolean isReopened(Instant closed, Instant now) {
    return !now.isAfter(closed.plus(REOPENED_WITHIN));
  }
}
