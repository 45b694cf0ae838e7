package com.customerfocus.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a notice is tried again. After any answer of a mail server, also that it refuses for good,
 * it is tried again: a refusal is as often a server set up wrongly for everyone as a bad address,
 * and the pauses, almost eleven hours together, leave time to put that right.
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
