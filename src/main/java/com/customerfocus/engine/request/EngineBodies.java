package com.customerfocus.engine.request;

import com.customerfocus.request.LargerBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Body limits of the engine's web interface: a memo in two languages for each person, an
 * organization file for administrators, what a room declares for files, the usual limit without a
 * login.
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
  LargerBodies bodiesForTheEngine(WebappLogin logins, DeclaredRequests ours) {
    return LargerBodies.at(
        "/camunda/api/**",
        request ->
            logins
                .of(request)
                .map(login -> most(request, login, ours.find(request)))
                .map(DataSize::toBytes)
                .orElse(0L));
  }

  private static DataSize most(
      HttpServletRequest request, UserAuthentication login, Optional<SessionRequests> ours) {
    if (ours.isEmpty()) {
      return WebappLogin.isAdministrator(login) ? OF_AN_ADMINISTRATOR : OF_A_PERSON;
    }
    if (!DeclaredRequests.hasFiles(request)) {
      return OF_A_PERSON;
    }
    return DeclaredRequests.isFor(ours.get(), login) ? ours.get().files() : DataSize.ofBytes(0);
  }
}
