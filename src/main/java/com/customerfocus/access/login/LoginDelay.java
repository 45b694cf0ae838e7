package com.customerfocus.access.login;

import java.time.Duration;

/**
 * How long the next try has to wait after so many that failed: not at all at first, then a second,
 * and twice as long each time up to a limit.
 */
enum LoginDelay {
  /** One account from one address: a person who mistypes, or a program that guesses. */
  ACCOUNT(3, Duration.ofMinutes(5), Duration.ZERO),
  /**
   * All accounts from one address. A whole office may share it, so it takes many failures, and the
   * delay stays short enough to be waited for; as often as people mistype, it is forgiven.
   */
  ADDRESS(100, Duration.ofSeconds(15), Duration.ofSeconds(10)),
  /** Requests for a new password from one address, of which none counts as successful. */
  MAIL(20, Duration.ofMinutes(5), Duration.ZERO);

  private static final Duration FIRST = Duration.ofSeconds(1);

  private final int free;
  private final Duration longest;
  private final Duration forgivesOneIn;

  /**
   * @param forgivesOneIn after how long without a delay one failure is forgiven; zero for never
   */
  LoginDelay(int free, Duration longest, Duration forgivesOneIn) {
    this.free = free;
    this.longest = longest;
    this.forgivesOneIn = forgivesOneIn;
  }

  /** How many failures are left of these after so long without a delay. */
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
