package com.customerfocus.promise.process;

import static com.customerfocus.promise.process.PromiseWatchProcess.REVIEW;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.promise.PromiseService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the manager says about the broken promise. */
@Component
class RecordBrokenReviewDelegate implements JavaDelegate {

  private final PromiseService promises;

  RecordBrokenReviewDelegate(PromiseService promises) {
    this.promises = promises;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var review = REVIEW.get(execution);
    promises.reviewed(
        BusinessKey.of(execution), review.note(), review.newDue(), CurrentActor.of(execution));
  }
}
