package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.HANDOFF_STATE;

import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffState;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records how the partner's handoff ended. */
@Component
class RecordPartnerResultDelegate implements JavaDelegate {

  private final CustomerCaseService cases;

  RecordPartnerResultDelegate(CustomerCaseService cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var ended = HandoffState.valueOf(HANDOFF_STATE.get(execution));
    StayWithCustomerProcess.set(execution, cases.partnerDone(BusinessKey.of(execution), ended));
  }
}
