package com.customerfocus.customercase.process;

import com.customerfocus.customercase.OpeningService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the two clocks of a run of the case by the table of cadences. */
@Component
class SetNewsClocksDelegate implements JavaDelegate {

  private final OpeningService opening;

  SetNewsClocksDelegate(OpeningService opening) {
    this.opening = opening;
  }

  @Override
  public void execute(DelegateExecution execution) {
    StayWithCustomerProcess.set(execution, opening.setClocks(BusinessKey.of(execution)));
  }
}
