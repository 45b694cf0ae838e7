package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.OF_CONFIRM;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.WORD;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records whether the requester confirms the result. */
@Component
class RecordConfirmationDelegate implements JavaDelegate {

  private final HandoffService handoffs;

  RecordConfirmationDelegate(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var course =
        handoffs.take(
            BusinessKey.of(execution), WORD.get(execution), OF_CONFIRM, CurrentActor.of(execution));
    PartnerHandoffProcess.setVerdict(execution, course);
  }
}
