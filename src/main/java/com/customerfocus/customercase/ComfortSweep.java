package com.customerfocus.customercase;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks customers again who have not said whether they are comfortable. */
@Configuration(proxyBeanMethods = false)
class ComfortSweep {

  private static final int BATCH = 50;

  @Bean
  Sweep comfortQuestions(CustomerSteps customers) {
    return new Sweep("comfort", Duration.ofMinutes(1), () -> customers.askAgain(BATCH));
  }
}
