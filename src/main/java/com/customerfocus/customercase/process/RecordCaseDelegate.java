package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.RECEIVED_AT;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.REQUEST;

import com.customerfocus.customercase.OpeningService;
import com.customerfocus.engine.variable.BusinessKey;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks and records a case. */
@Component
class RecordCaseDelegate implements JavaDelegate {

  private final OpeningService opening;

  RecordCaseDelegate(OpeningService opening) {
    this.opening = opening;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var course =
        opening.open(
            REQUEST.get(execution),
            Owner.of(execution),
            RECEIVED_AT.find(execution).map(Date::toInstant).orElse(null));
    BusinessKey.set(execution, course.now().id());
    StayWithCustomerProcess.begin(execution, course);
  }
}
