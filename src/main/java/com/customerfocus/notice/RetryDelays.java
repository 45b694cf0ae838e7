package com.customerfocus.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Delays between attempts to send a notice. All errors of a mail server are retried, permanent ones
 * too: a misconfigured server is as frequent as an invalid address, and almost eleven hours in all
 * leave time to correct it.
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
