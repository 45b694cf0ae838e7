package com.customerfocus.access;

import java.time.Duration;

/**
 * How long the next try has to wait after so many that failed: not at all at first, then a second,
 * and twice as long each time up to a limit.
 */
enum LoginDelay {
  /** One account from one address: somebody who mistypes, or a program that guesses. */
  ACCOUNT(3, Duration.ofMinutes(5)),
  /**
   * All accounts from one address. A whole office may share it, so it takes many failures, and the
   * delay stays short enough to be waited for.
   */
  ADDRESS(100, Duration.ofSeconds(15)),
  /** Requests for a new password from one address, of which none counts as successful. */
  MAIL(20, Duration.ofMinutes(5));

  private static final Duration FIRST = Duration.ofSeconds(1);

  private final int free;
  private final Duration longest;

  LoginDelay(int free, Duration longest) {
    this.free = free;
    this.longest = longest;
  }

  Duration after(int failures) {
    if (failures <= free) {
      return Duration.ZERO;
    }
    var doublings = Math.min(failures - free - 1, 30);
    var delay = FIRST.multipliedBy(1L << doublings);
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
