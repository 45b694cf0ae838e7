package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.INTERVENTION;
import static com.customerfocus.cascade.process.MemoCascadeProcess.WITHDRAWN;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the memo back. */
@Component
class WithdrawCascadeDelegate implements JavaDelegate {

  private final CascadeService cascades;

  WithdrawCascadeDelegate(CascadeService cascades) {
    this.cascades = cascades;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var intervention = INTERVENTION.get(execution);
    cascades.withdraw(
        BusinessKey.of(execution),
        CurrentActor.of(execution),
        intervention.what(),
        intervention.reason());
    WITHDRAWN.set(execution, true);
  }
}
