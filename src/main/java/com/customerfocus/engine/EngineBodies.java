package com.customerfocus.engine;

import com.customerfocus.access.Groups;
import com.customerfocus.request.LargerBodies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * How much may be sent to the engine's web interface: a memo in two languages by each person, the
 * files of an administrator, no more than usual without a login.
 */
@Configuration(proxyBeanMethods = false)
class EngineBodies {

  /** 2 x 20,000 characters in JSON within JSON, even as escaped emoji. */
  private static final DataSize OF_A_PERSON = DataSize.ofMegabytes(1);

  /** An organization's file of 14 MB in Base64. */
  private static final DataSize OF_AN_ADMINISTRATOR = DataSize.ofMegabytes(20);

  @Bean
  LargerBodies bodiesForTheEngine(ProcessEngine engine, EngineAccounts accounts) {
    return LargerBodies.at(
        "/camunda/api/**",
        request ->
            user(request, engine)
                .map(user -> isAdministrator(user, accounts) ? OF_AN_ADMINISTRATOR : OF_A_PERSON)
                .map(DataSize::toBytes)
                .orElse(0L));
  }

  private static Optional<String> user(HttpServletRequest request, ProcessEngine engine) {
    return Optional.ofNullable(request.getSession(false))
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(logins -> logins.getAuthenticationForProcessEngine(engine.getName()))
        .map(Authentication::getIdentityId);
  }

  private static boolean isAdministrator(String user, EngineAccounts accounts) {
    return accounts.groupsOf(user).contains(Groups.ADMINISTRATORS);
  }
}
