package com.customerfocus.engine.request;

import com.customerfocus.request.LargerBodies;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Body limits of the engine's web interface: a memo in two languages for each person, an
 * organization file for administrators, the usual limit without a login.
 */
@Configuration(proxyBeanMethods = false)
class EngineBodies {

  /** 2 x 20,000 characters in JSON within JSON, even as escaped emoji. */
  private static final DataSize OF_A_PERSON = DataSize.ofMegabytes(1);

  /** An organization file of 14 MB in Base64. */
  private static final DataSize OF_AN_ADMINISTRATOR = DataSize.ofMegabytes(20);

  @Bean
  WebappLogin webappLogin(ProcessEngine engine, CamundaBpmProperties webApplications) {
    return new WebappLogin(
        engine, webApplications.getWebapp().getAuth().getCache().getTimeToLive());
  }

  @Bean
  LargerBodies bodiesForTheEngine(WebappLogin logins) {
    return LargerBodies.at(
        "/camunda/api/**",
        request ->
            logins
                .of(request)
                .map(it -> WebappLogin.isAdministrator(it) ? OF_AN_ADMINISTRATOR : OF_A_PERSON)
                .map(DataSize::toBytes)
                .orElse(0L));
  }
}
