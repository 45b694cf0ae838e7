package com.customerfocus.customercase.introduction.process;

import com.customerfocus.customercase.process.StayWithCustomerProcess;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form of an introduction shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class IntroductionReferences {

  @Bean
  ReferenceSources introductionSources(IntroductionFields fields) {
    return ReferenceSources.of(
        StayWithCustomerProcess.INTRODUCTION_FIELDS.ofFields(fields::introduction));
  }
}
