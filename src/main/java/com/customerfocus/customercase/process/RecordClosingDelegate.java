package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.OF_CLOSING;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.WORK;

import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the case once nothing is open any more, or notes what the customer says meanwhile. */
@Component
class RecordClosingDelegate implements JavaDelegate {

  private final CustomerCaseService cases;

  RecordClosingDelegate(CustomerCaseService cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StayWithCustomerProcess.set(
        execution,
        cases.take(
            BusinessKey.of(execution),
            WORK.get(execution),
            OF_CLOSING,
            CurrentActor.of(execution)));
  }
}
