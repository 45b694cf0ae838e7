package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.NEW_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.OF_NEW_DATE;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records whether the requester agrees on a later date. */
@Component
class RecordNewDateDelegate implements JavaDelegate {

  private final HandoffService handoffs;

  RecordNewDateDelegate(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PartnerHandoffProcess.set(
        execution,
        handoffs.take(
            BusinessKey.of(execution),
            NEW_DATE.get(execution),
            OF_NEW_DATE,
            CurrentActor.of(execution)));
  }
}
