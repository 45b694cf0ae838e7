package com.customerfocus.handoff.breach;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for process owners whose working day has begun. */
@Configuration(proxyBeanMethods = false)
class DigestSweep {

  @Bean
  Sweep handoffDigests(BreachDigests digests) {
    return Sweep.ofOneBatch("digests", Duration.ofMinutes(5), digests::write);
  }
}
