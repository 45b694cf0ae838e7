package com.customerfocus.cascade.escalation;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks, on every node, for briefings that are overdue. A timer for each briefing, nearly all of
 * which are held in time, would cost more than everything that happens to those that are not.
 */
@Component
@ConditionalOnProperty(name = "customer-focus.cascades.watch-in-background", matchIfMissing = true)
class OverdueBriefingSweep {

  private final EscalationService escalations;

  OverdueBriefingSweep(EscalationService escalations) {
    this.escalations = escalations;
  }

  @Scheduled(fixedDelayString = "${customer-focus.cascades.look-for-overdue-every:1m}")
  void look() {
    var more = true;
    while (more) {
      more = escalations.escalateOverdue();
    }
  }
}
