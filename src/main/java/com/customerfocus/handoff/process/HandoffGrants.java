package com.customerfocus.handoff.process;

import com.customerfocus.engine.authorization.StartAuthorization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everyone with an account may ask another department. */
@Configuration(proxyBeanMethods = false)
class HandoffGrants {

  @Bean
  StartAuthorization startHandoff() {
    return StartAuthorization.everyone(PartnerHandoffProcess.KEY);
  }
}
