package com.customerfocus.access.login;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Number of currently delayed logins. Always up: a stranger who guesses passwords must not
 * influence a load balancer.
 *
 * <p>Counts end at {@value #MOST}.
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
