package com.customerfocus.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a notice is tried again: after a refusal for now, and after one that is about us. The
 * pauses, almost eleven hours together, leave time to put a server right that is set up wrongly. A
 * recipient who is refused for good is not tried again.
 */
final class RetryDelays {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(8));

  private RetryDelays() {}

  /** The delay after this number of attempts, at least one; empty after the last. */
  static Optional<Duration> pauseAfter(int tries) {
    return tries <= PAUSES.size() ? Optional.of(PAUSES.get(tries - 1)) : Optional.empty();
  }
}
