package com.customerfocus.promise;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for promises, kept by a delivery, whose date is near or has passed. */
@Configuration(proxyBeanMethods = false)
class PromiseSweep {

  @Bean
  Sweep promisesToLookAt(DuePromises promises) {
    return new Sweep("promises", Duration.ofSeconds(1), promises::lookAtDue);
  }
}
