package com.customerfocus.cascade.reminder;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for reminders that have come due. */
@Configuration(proxyBeanMethods = false)
class ReminderSweep {

  @Bean
  Sweep dueReminders(ReminderService reminders) {
    return new Sweep("reminders", Duration.ofMillis(500), reminders::remindDue);
  }
}
