package com.customerfocus.customercase;

import com.customerfocus.sweep.DueWork;
import com.customerfocus.sweep.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks customers again who have not said whether they are comfortable. */
@Configuration(proxyBeanMethods = false)
class ComfortSweep {

  private static final int BATCH = 50;

  /** After this time a case that failed is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  @Bean
  Sweep comfortQuestions(
      CustomerCases cases, CustomerSteps customers, DueWork dueWork, Clock clock) {
    return new Sweep(
        "comfort",
        Duration.ofMinutes(1),
        () ->
            dueWork.doSome(
                id -> "question about comfort of case " + id,
                BATCH,
                most -> cases.lockToAsk(clock.instant(), most),
                due -> due.forEach(customers::askAgain),
                failed -> cases.askLater(failed, clock.instant().plus(AGAIN))));
  }
}
