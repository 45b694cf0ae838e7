package com.customerfocus.organization.absence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks, on every node, for absences that have begun and whose people still have open tasks. One
 * query for all of them, whether somebody entered them or a file brought a thousand; a node that
 * was down misses none.
 */
@Component
@ConditionalOnProperty(name = "customer-focus.cascades.watch-in-background", matchIfMissing = true)
class AbsenceSweep {

  private final AbsenceService absences;

  AbsenceSweep(AbsenceService absences) {
    this.absences = absences;
  }

  @Scheduled(fixedDelayString = "${customer-focus.absences.watch-every:3s}")
  void look() {
    absences.handOver();
  }
}
