package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.DECISION;
import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.REVIEW;

import com.customerfocus.cascade.correction.CorrectionService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the reviewer of a correction decided. */
@Component
class RecordCorrectionReviewDelegate implements JavaDelegate {

  private final CorrectionService corrections;

  RecordCorrectionReviewDelegate(CorrectionService corrections) {
    this.corrections = corrections;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var review = REVIEW.get(execution);
    corrections.reviewed(BusinessKey.of(execution), review, CurrentActor.of(execution));
    DECISION.set(execution, review.decision());
  }
}
