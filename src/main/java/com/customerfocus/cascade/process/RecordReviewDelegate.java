package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.DECISION;
import static com.customerfocus.cascade.process.MemoCascadeProcess.REVIEW;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the reviewer decided. */
@Component
class RecordReviewDelegate implements JavaDelegate {

  private final CascadeService cascades;

  RecordReviewDelegate(CascadeService cascades) {
    this.cascades = cascades;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var review = REVIEW.get(execution);
    cascades.reviewed(BusinessKey.of(execution), review, CurrentActor.of(execution));
    DECISION.set(execution, review.decision());
  }
}
