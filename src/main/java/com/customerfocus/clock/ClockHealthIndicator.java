package com.customerfocus.clock;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while this machine's clock is wrong; leases still use the shared clock. */
@Component
class ClockHealthIndicator implements HealthIndicator {

  private final SharedClock clock;

  ClockHealthIndicator(SharedClock clock) {
    this.clock = clock;
  }

  @Override
  public Health health() {
    return clock
        .trouble()
        .map(trouble -> Health.down().withDetail("trouble", trouble))
        .orElseGet(Health::up)
        .withDetail("aheadMillis", clock.machineIsAhead().toMillis())
        .build();
  }
}
