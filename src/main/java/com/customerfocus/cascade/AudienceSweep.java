package com.customerfocus.cascade;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for cascades whose audience has no pending receipt left. One query for all of them every
 * few seconds costs less than each of 100,000 acknowledgements finding out whether it was the last,
 * and needs no lock that all of them would wait for.
 */
@Configuration(proxyBeanMethods = false)
class AudienceSweep {

  @Bean
  Sweep reachedAudiences(CascadeService cascades) {
    return Sweep.ofOneBatch("audiences", Duration.ofSeconds(3), cascades::settleReached);
  }
}
