package com.customerfocus.customercase.legal;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for deadlines by law that come near or have passed. */
@Configuration(proxyBeanMethods = false)
class LegalSweep {

  @Bean
  Sweep deadlinesByLaw(LegalService deadlines) {
    return new Sweep("deadlines", Duration.ofMinutes(1), deadlines::lookAtSome);
  }
}
