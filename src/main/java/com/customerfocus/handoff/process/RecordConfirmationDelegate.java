package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.OF_CONFIRM;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.RATING;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.WORD;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffService;
import com.customerfocus.handoff.HandoffState;
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
    if (course.handoff().state() == HandoffState.ACCEPTED) {
      // A rating belongs to the confirmation with which it was sent.
      RATING.remove(execution);
    }
    PartnerHandoffProcess.set(execution, course);
  }
}
