package com.customerfocus.cascade.reminder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks, on every node, for reminders that have come due. */
@Component
@ConditionalOnProperty(name = "customer-focus.cascades.watch-in-background", matchIfMissing = true)
class ReminderSweep {

  private final ReminderService reminders;

  ReminderSweep(ReminderService reminders) {
    this.reminders = reminders;
  }

  @Scheduled(fixedDelayString = "${customer-focus.cascades.remind-every:500ms}")
  void look() {
    while (reminders.remindDue()) {
      // Each round is a transaction of its own.
    }
  }
}
