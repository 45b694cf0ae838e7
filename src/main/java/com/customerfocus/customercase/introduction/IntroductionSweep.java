package com.customerfocus.customercase.introduction;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for contacts who are to be asked, or have not answered in time. */
@Configuration(proxyBeanMethods = false)
class IntroductionSweep {

  private static final int BATCH = 50;

  @Bean
  Sweep openIntroductions(ContactSteps contacts) {
    return new Sweep("introduction", Duration.ofMinutes(1), () -> contacts.look(BATCH));
  }
}
