package com.customerfocus.cascade;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks, on every node, for cascades of whose audience nobody is pending any more. One query for
 * all of them every few seconds costs less than each of 100,000 answers finding out whether it was
 * the last, and needs no lock that all answers would wait for.
 */
@Component
@ConditionalOnProperty(name = "customer-focus.cascades.watch-in-background", matchIfMissing = true)
class AudienceSweep {

  private final CascadeService cascades;

  AudienceSweep(CascadeService cascades) {
    this.cascades = cascades;
  }

  @Scheduled(fixedDelayString = "${customer-focus.cascades.watch-every:3s}")
  void look() {
    cascades.settleReached();
  }
}
