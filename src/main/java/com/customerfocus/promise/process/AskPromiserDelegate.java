package com.customerfocus.promise.process;

import static com.customerfocus.promise.process.PromiseWatchProcess.IN_CHARGE;

import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.promise.PromiseService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the one in charge of the promise whether it will be kept in time. */
@Component
class AskPromiserDelegate implements JavaDelegate {

  private final PromiseService promises;

  AskPromiserDelegate(PromiseService promises) {
    this.promises = promises;
  }

  @Override
  public void execute(DelegateExecution execution) {
    IN_CHARGE.set(execution, promises.atRisk(BusinessKey.of(execution)));
  }
}
