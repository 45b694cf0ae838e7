package com.customerfocus.handoff.process;

import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the requester has not answered in time. */
@Component
class DeemConfirmedDelegate implements JavaDelegate {

  private final HandoffService handoffs;

  DeemConfirmedDelegate(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PartnerHandoffProcess.set(execution, handoffs.deemConfirmed(BusinessKey.of(execution)));
  }
}
