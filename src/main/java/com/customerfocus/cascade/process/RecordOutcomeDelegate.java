package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.OUTCOME;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the launcher concludes from the outcome. */
@Component
class RecordOutcomeDelegate implements JavaDelegate {

  private final CascadeService cascades;

  RecordOutcomeDelegate(CascadeService cascades) {
    this.cascades = cascades;
  }

  @Override
  public void execute(DelegateExecution execution) {
    cascades.outcomeReviewed(
        BusinessKey.of(execution), OUTCOME.get(execution).conclusion(), CurrentActor.of(execution));
  }
}
