package com.customerfocus.organization.absence;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for absences that have begun and whose people still have open tasks. One query for all of
 * them, whether a person entered them or a file brought a thousand; a node that was down misses
 * none.
 */
@Configuration(proxyBeanMethods = false)
class AbsenceSweep {

  @Bean
  Sweep begunAbsences(AbsenceService absences) {
    return new Sweep("absences", Duration.ofSeconds(3), absences::handOver);
  }
}
