package com.customerfocus.customercase.introduction;

import com.customerfocus.sweep.DueWork;
import com.customerfocus.sweep.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for contacts who are to be asked, or have not answered in time. */
@Configuration(proxyBeanMethods = false)
class IntroductionSweep {

  private static final int BATCH = 50;

  /** After this time one that failed is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  @Bean
  Sweep openIntroductions(
      Introductions introductions, ContactSteps contacts, DueWork dueWork, Clock clock) {
    return new Sweep(
        "introduction",
        Duration.ofMinutes(1),
        () ->
            dueWork.doSome(
                id -> "introduction of case " + id,
                BATCH,
                most -> introductions.lockDue(clock.instant(), most),
                due -> due.forEach(contacts::look),
                failed -> introductions.lookLater(failed, clock.instant().plus(AGAIN))));
  }
}
