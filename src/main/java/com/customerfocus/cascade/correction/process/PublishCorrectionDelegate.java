package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.MATERIAL;

import com.customerfocus.cascade.correction.CorrectionService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the correction what everyone reads. */
@Component
class PublishCorrectionDelegate implements JavaDelegate {

  private final CorrectionService corrections;

  PublishCorrectionDelegate(CorrectionService corrections) {
    this.corrections = corrections;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var material = corrections.publish(BusinessKey.of(execution), CurrentActor.of(execution));
    MATERIAL.set(execution, material);
  }
}
