package com.customerfocus.organization.process;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.StartGrant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may report absences and import the organization in Tasklist. */
@Configuration(proxyBeanMethods = false)
class OrganizationGrants {

  @Bean
  StartGrant everyoneReportsAbsences() {
    return StartGrant.everyone(PersonAbsenceProcess.KEY);
  }

  @Bean
  StartGrant administratorsImportTheOrganization() {
    return StartGrant.group(Groups.ADMINISTRATORS, OrganizationImportProcess.KEY);
  }
}
