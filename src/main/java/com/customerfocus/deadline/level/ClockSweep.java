package com.customerfocus.deadline.level;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for clocks that are late. */
@Configuration(proxyBeanMethods = false)
class ClockSweep {

  @Bean
  Sweep lateClocks(ServiceClocks clocks) {
    return new Sweep("clocks", Duration.ofSeconds(1), clocks::tellBreaches);
  }
}
