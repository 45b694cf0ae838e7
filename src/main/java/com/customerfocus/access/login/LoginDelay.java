package com.customerfocus.access.login;

import java.time.Duration;

/**
 * Delay before the next login attempt after a number of failures: none at first, then one second,
 * doubled with each failure up to a limit.
 */
enum LoginDelay {
  /** One account from one address: a mistyped password, or a program that guesses. */
  ACCOUNT(3, Duration.ofMinutes(5), Duration.ZERO),
  /**
   * All accounts from one address. A whole office may share it, so the delay begins after many
   * failures and stays short; failures are forgiven at the rate at which people mistype.
   */
  ADDRESS(100, Duration.ofSeconds(15), Duration.ofSeconds(10)),
  /** Requests for a new password from one address; none counts as successful. */
  MAIL(20, Duration.ofMinutes(5), Duration.ZERO);

  private static final Duration FIRST = Duration.ofSeconds(1);

  private final int free;
  private final Duration longest;
  private final Duration forgivesOneIn;

  /**
   * @param forgivesOneIn time without a delay after which one failure is forgiven; zero for never
   */
  LoginDelay(int free, Duration longest, Duration forgivesOneIn) {
    this.free = free;
    this.longest = longest;
    this.forgivesOneIn = forgivesOneIn;
  }

  /** Failures that still count after this time without a delay. */
  int left(int failures, Duration quiet) {
    if (forgivesOneIn.isZero() || quiet.isNegative()) {
      return failures;
    }
    return (int) Math.max(0, failures - quiet.dividedBy(forgivesOneIn));
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
