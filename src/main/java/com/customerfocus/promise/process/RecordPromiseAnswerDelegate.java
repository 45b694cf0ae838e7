package com.customerfocus.promise.process;

import static com.customerfocus.promise.process.PromiseWatchProcess.ANSWER;
import static com.customerfocus.promise.process.PromiseWatchProcess.ASK_AT;
import static com.customerfocus.promise.process.PromiseWatchProcess.DUE_AT;
import static com.customerfocus.promise.process.PromiseWatchProcess.IN_CHARGE;
import static com.customerfocus.promise.process.PromiseWatchProcess.PROMISE_OVER;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.promise.PromiseService;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the one in charge says about the promise. */
@Component
class RecordPromiseAnswerDelegate implements JavaDelegate {

  private final PromiseService promises;

  RecordPromiseAnswerDelegate(PromiseService promises) {
    this.promises = promises;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var answered =
        promises.answered(
            BusinessKey.of(execution), ANSWER.get(execution), CurrentActor.of(execution));
    // The next form begins empty.
    ANSWER.remove(execution);
    PROMISE_OVER.set(execution, answered.over());
    IN_CHARGE.set(execution, answered.watch().inCharge());
    DUE_AT.set(execution, Date.from(answered.watch().due()));
    ASK_AT.set(execution, Date.from(answered.watch().askAt()));
  }
}
