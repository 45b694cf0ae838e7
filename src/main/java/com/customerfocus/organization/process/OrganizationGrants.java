package com.customerfocus.organization.process;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.authorization.StartAuthorization;
import com.customerfocus.organization.absence.process.PersonAbsenceProcess;
import com.customerfocus.organization.imports.process.OrganizationImportProcess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may report absences and import the organization in Tasklist. */
@Configuration(proxyBeanMethods = false)
class OrganizationGrants {

  @Bean
  StartAuthorization everyoneReportsAbsences() {
    return StartAuthorization.everyone(PersonAbsenceProcess.KEY);
  }

  @Bean
  StartAuthorization administratorsImportTheOrganization() {
    return StartAuthorization.group(Groups.ADMINISTRATORS, OrganizationImportProcess.KEY);
  }
}
