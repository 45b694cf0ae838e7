package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.OF_DELIVER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.WORD;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.HandoffService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the partner delivers, with its files, or why not. */
@Component
class RecordDeliveryDelegate implements JavaDelegate {

  private final HandoffService handoffs;

  RecordDeliveryDelegate(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    PartnerHandoffProcess.setWithFiles(
        execution,
        handoffs.take(
            BusinessKey.of(execution),
            WORD.get(execution),
            OF_DELIVER,
            RequestFiles.in(execution),
            CurrentActor.of(execution)));
  }
}
