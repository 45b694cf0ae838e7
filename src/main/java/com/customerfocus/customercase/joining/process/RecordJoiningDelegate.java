package com.customerfocus.customercase.joining.process;

import static com.customerfocus.customercase.joining.process.JoinCasesProcess.JOINING;

import com.customerfocus.customercase.joining.JoiningService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks and joins two cases. */
@Component
class RecordJoiningDelegate implements JavaDelegate {

  private final JoiningService joining;

  RecordJoiningDelegate(JoiningService joining) {
    this.joining = joining;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var survivor = joining.join(JOINING.get(execution), CurrentActor.of(execution));
    BusinessKey.set(execution, survivor.id());
  }
}
