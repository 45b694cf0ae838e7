package com.customerfocus.sweep;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * What the last runs of the sweeps came to. A node one of whose sweeps fails does everything else,
 * and another node may succeed, so it is not down.
 */
@Component
class SweepsHealthIndicator extends AbstractHealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final Sweeper sweeper;

  SweepsHealthIndicator(Sweeper sweeper) {
    this.sweeper = sweeper;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (!sweeper.isEnabled()) {
      health.unknown().withDetail("trouble", "Sweeps are switched off on this node.");
      return;
    }
    var figures = sweeper.figures();
    var isFailing = figures.values().stream().anyMatch(it -> it.trouble() != null);
    health.status(isFailing ? DEGRADED : Status.UP).withDetails(figures);
  }
}
