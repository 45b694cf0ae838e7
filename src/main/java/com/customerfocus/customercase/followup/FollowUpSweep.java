package com.customerfocus.customercase.followup;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for follow-ups whose day has come. */
@Configuration(proxyBeanMethods = false)
class FollowUpSweep {

  @Bean
  Sweep dueFollowUps(CaseFollowUpService followUps) {
    return new Sweep("followups", Duration.ofMinutes(1), followUps::askSome);
  }
}
