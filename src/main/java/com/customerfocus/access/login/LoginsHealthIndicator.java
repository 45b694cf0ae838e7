package com.customerfocus.access.login;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * How many logins are held back at this moment, because the password was wrong too often. It stays
 * up whatever their number: a stranger who guesses must not be able to change what a load balancer
 * is told.
 *
 * <p>It counts no further than {@value #MOST}.
 */
@Component
class LoginsHealthIndicator extends AbstractHealthIndicator {

  static final int MOST = 10_000;

  private final LoginThrottle throttle;

  LoginsHealthIndicator(LoginThrottle throttle) {
    this.throttle = throttle;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var heldBack = throttle.heldBack(MOST + 1);
    health.up().withDetail("heldBack", heldBack > MOST ? "more than 10,000" : heldBack);
  }
}
