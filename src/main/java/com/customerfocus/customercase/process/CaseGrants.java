package com.customerfocus.customercase.process;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.authorization.StartAuthorization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The front line opens cases. */
@Configuration(proxyBeanMethods = false)
class CaseGrants {

  @Bean
  StartAuthorization frontLineOpensCases() {
    return StartAuthorization.group(Groups.FRONT_LINE, StayWithCustomerProcess.KEY);
  }
}
