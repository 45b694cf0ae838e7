package com.customerfocus.handoff.process;

import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets the targets of the request by the table, and starts the clock of the partner. */
@Component
class SetClocksDelegate implements JavaDelegate {

  private final HandoffService handoffs;

  SetClocksDelegate(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PartnerHandoffProcess.set(execution, handoffs.setClocks(BusinessKey.of(execution)));
  }
}
