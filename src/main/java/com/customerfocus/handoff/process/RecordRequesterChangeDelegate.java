package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.FOLLOW_UP;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.OF_FOLLOW;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the requester changes while the handoff is on its way. */
@Component
class RecordRequesterChangeDelegate implements JavaDelegate {

  private final HandoffService handoffs;

  RecordRequesterChangeDelegate(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PartnerHandoffProcess.set(
        execution,
        handoffs.take(
            BusinessKey.of(execution),
            FOLLOW_UP.get(execution),
            OF_FOLLOW,
            CurrentActor.of(execution)));
  }
}
