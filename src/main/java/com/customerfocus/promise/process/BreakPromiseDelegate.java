package com.customerfocus.promise.process;

import static com.customerfocus.promise.process.PromiseWatchProcess.REVIEWER_ID;
import static com.customerfocus.promise.process.PromiseWatchProcess.REVIEW_BY;
import static com.customerfocus.promise.process.PromiseWatchProcess.TAKES_NEW_DATE;

import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.promise.PromiseService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the date has passed, and escalates the promise up the line. */
@Component
class BreakPromiseDelegate implements JavaDelegate {

  private final PromiseService promises;

  BreakPromiseDelegate(PromiseService promises) {
    this.promises = promises;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var review = promises.broken(BusinessKey.of(execution));
    REVIEWER_ID.set(execution, review.reviewer());
    TAKES_NEW_DATE.set(execution, review.takesNewDate());
    REVIEW_BY.set(execution, Date.from(review.due()));
  }
}
