package com.customerfocus.customercase.joining.process;

import com.customerfocus.engine.authorization.StartAuthorization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All accounts may start it; the service lets owners alone join their cases. */
@Configuration(proxyBeanMethods = false)
class JoiningGrants {

  @Bean
  StartAuthorization everyoneJoinsOwnCases() {
    return StartAuthorization.everyone(JoinCasesProcess.KEY);
  }
}
