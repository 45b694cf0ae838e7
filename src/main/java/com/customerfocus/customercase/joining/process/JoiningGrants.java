package com.customerfocus.customercase.joining.process;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.customer.CustomerProcesses;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.engine.authorization.StartAuthorization;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All accounts may start it; the service lets owners alone join their cases. */
@Configuration(proxyBeanMethods = false)
class JoiningGrants {

  @Bean
  StartAuthorization everyoneJoinsOwnCases() {
    return StartAuthorization.everyone(JoinCasesProcess.KEY);
  }

  /** What owners wrote when they joined cases stands in the history of these instances. */
  @Bean
  CustomerProcesses processOfJoinedCases(CaseView cases) {
    return new CustomerProcesses() {

      @Override
      public String process() {
        return JoinCasesProcess.KEY;
      }

      @Override
      public List<Long> businessKeys(Subject customer) {
        return cases.ofCustomer(customer.id());
      }
    };
  }
}
