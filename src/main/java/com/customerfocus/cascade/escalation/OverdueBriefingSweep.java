package com.customerfocus.cascade.escalation;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for briefings that are overdue. A timer for each briefing, nearly all of which are held in
 * time, would cost more than all that happens to those that are not.
 */
@Configuration(proxyBeanMethods = false)
class OverdueBriefingSweep {

  @Bean
  Sweep overdueBriefings(EscalationService escalations) {
    return new Sweep("overdue", Duration.ofMinutes(1), escalations::escalateOverdue);
  }
}
