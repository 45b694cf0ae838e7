package com.customerfocus.customercase.process;

import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case, unless something is open or the owner has closed it. */
@Component
class CloseCaseDelegate implements JavaDelegate {

  private final CustomerCaseService cases;

  CloseCaseDelegate(CustomerCaseService cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StayWithCustomerProcess.set(execution, cases.close(BusinessKey.of(execution)));
  }
}
