package com.customerfocus.cascade.escalation.process;

import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.ESCALATION_ID;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.UNBLOCKING;

import com.customerfocus.cascade.escalation.UnblockingService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records how the overdue briefing goes on. */
@Component
class RecordUnblockingDelegate implements JavaDelegate {

  private final UnblockingService unblocking;

  RecordUnblockingDelegate(UnblockingService unblocking) {
    this.unblocking = unblocking;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var decision = UNBLOCKING.get(execution).entered();
    unblocking.unblocked(
        BusinessKey.of(execution),
        ESCALATION_ID.get(execution),
        decision,
        CurrentActor.of(execution));
  }
}
