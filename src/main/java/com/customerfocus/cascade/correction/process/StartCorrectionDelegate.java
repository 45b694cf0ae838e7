package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.INTERVENTION;

import com.customerfocus.cascade.correction.CorrectionService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the launcher correct the memo. */
@Component
class StartCorrectionDelegate implements JavaDelegate {

  private final CorrectionService corrections;

  StartCorrectionDelegate(CorrectionService corrections) {
    this.corrections = corrections;
  }

  @Override
  public void execute(DelegateExecution execution) {
    corrections.begin(BusinessKey.of(execution), CurrentActor.of(execution));
    // What was chosen has served; the form asks anew the next time.
    INTERVENTION.remove(execution);
  }
}
