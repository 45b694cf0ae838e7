package com.customerfocus.customercase.followup;

import com.customerfocus.sweep.DueWork;
import com.customerfocus.sweep.Sweep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for follow-ups whose day has come. */
@Configuration(proxyBeanMethods = false)
class FollowUpSweep {

  private static final int BATCH = 50;

  /** After this time one that failed is tried again. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  @Bean
  Sweep dueFollowUps(
      FollowUps followUps, CaseFollowUpService service, DueWork dueWork, Clock clock) {
    return new Sweep(
        "followups",
        Duration.ofMinutes(1),
        () ->
            dueWork.doSome(
                id -> "follow-up " + id,
                BATCH,
                most -> followUps.lockDue(clock.instant(), most),
                service::ask,
                failed -> followUps.askLater(failed, clock.instant().plus(AGAIN))));
  }
}
