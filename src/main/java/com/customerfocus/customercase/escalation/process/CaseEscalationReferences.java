package com.customerfocus.customercase.escalation.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.customercase.escalation.CaseEscalationView;
import com.customerfocus.engine.variable.ReferenceSources;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What forms show of an escalation, and which instances are about a customer. */
@Configuration(proxyBeanMethods = false)
class CaseEscalationReferences {

  @Bean
  ReferenceSources caseEscalationSources(CaseEscalationView escalations) {
    return ReferenceSources.of(
        CaseEscalationProcess.ESCALATION_KIND.ofText(escalations::escalationHtml));
  }

  @Bean
  CustomerProcesses processOfEscalations(CaseEscalationView escalations) {
    return new CustomerProcesses() {

      @Override
      public String process() {
        return CaseEscalationProcess.KEY;
      }

      @Override
      public List<Long> businessKeys(Subject customer) {
        return escalations.ofCustomer(customer.id());
      }
    };
  }
}
