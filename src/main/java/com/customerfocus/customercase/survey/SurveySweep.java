package com.customerfocus.customercase.survey;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks customers some time after their cases were closed. */
@Configuration(proxyBeanMethods = false)
class SurveySweep {

  @Bean
  Sweep dueSurveys(SurveyService surveys) {
    return new Sweep("surveys", Duration.ofMinutes(1), surveys::askSome);
  }
}
