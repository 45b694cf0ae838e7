package com.customerfocus.customer.imports.process;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.authorization.StartAuthorization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may import customers in Tasklist. */
@Configuration(proxyBeanMethods = false)
class CustomerImportGrants {

  @Bean
  StartAuthorization administratorsImportCustomers() {
    return StartAuthorization.group(Groups.ADMINISTRATORS, CustomerImportProcess.KEY);
  }
}
