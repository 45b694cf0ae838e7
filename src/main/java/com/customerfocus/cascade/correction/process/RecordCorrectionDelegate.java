package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.CORRECTION;
import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.DROPPED;

import com.customerfocus.cascade.correction.CorrectionService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the correction as its author typed it, or drops it. */
@Component
class RecordCorrectionDelegate implements JavaDelegate {

  private final CorrectionService corrections;

  RecordCorrectionDelegate(CorrectionService corrections) {
    this.corrections = corrections;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var cascade = BusinessKey.of(execution);
    var correction = CORRECTION.get(execution);
    DROPPED.set(execution, corrections.record(cascade, correction, CurrentActor.of(execution)));
  }
}
