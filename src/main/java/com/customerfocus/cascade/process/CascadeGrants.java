package com.customerfocus.cascade.process;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.authorization.StartAuthorization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may launch a memo. The other processes of a cascade the program starts itself. */
@Configuration(proxyBeanMethods = false)
class CascadeGrants {

  @Bean
  StartAuthorization seniorOfficersLaunchMemos() {
    return StartAuthorization.group(Groups.SENIOR_OFFICERS, MemoCascadeProcess.KEY);
  }
}
