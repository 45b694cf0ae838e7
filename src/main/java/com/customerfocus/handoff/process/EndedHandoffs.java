package com.customerfocus.handoff.process;

import com.customerfocus.engine.InstanceEndListener;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffService;
import com.customerfocus.handoff.HandoffState;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Withdraws a handoff whose process was ended before the handoff was over. */
@Component
class EndedHandoffs implements InstanceEndListener {

  private final HandoffService handoffs;

  EndedHandoffs(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public String process() {
    return PartnerHandoffProcess.KEY;
  }

  @Override
  public void ended(DelegateExecution instance) {
    var isOver =
        PartnerHandoffProcess.STATE.find(instance).map(HandoffState::valueOf).stream()
            .anyMatch(HandoffState::isOver);
    if (!isOver) {
      BusinessKey.find(instance).ifPresent(handoffs::endedWithProcess);
    }
  }
}
