package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.OF_STAY;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.STAY;

import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what was said to the customer, or noted. */
@Component
class RecordContactDelegate implements JavaDelegate {

  private final CustomerCaseService cases;

  RecordContactDelegate(CustomerCaseService cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StayWithCustomerProcess.setContact(
        execution,
        cases.take(
            BusinessKey.of(execution), STAY.get(execution), OF_STAY, CurrentActor.of(execution)));
  }
}
