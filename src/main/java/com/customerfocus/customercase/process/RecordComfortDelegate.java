package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.OF_COMFORT;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.WORK;

import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the owner notes about the customer's comfort. */
@Component
class RecordComfortDelegate implements JavaDelegate {

  private final CustomerCaseService cases;

  RecordComfortDelegate(CustomerCaseService cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StayWithCustomerProcess.set(
        execution,
        cases.take(
            BusinessKey.of(execution),
            WORK.get(execution),
            OF_COMFORT,
            CurrentActor.of(execution)));
  }
}
