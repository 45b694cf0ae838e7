package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.READERS_LEFT;

import com.customerfocus.cascade.correction.CorrectionService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks some of those again who had answered before the memo changed. */
@Component
class AskAgainDelegate implements JavaDelegate {

  private final CorrectionService corrections;

  AskAgainDelegate(CorrectionService corrections) {
    this.corrections = corrections;
  }

  @Override
  public void execute(DelegateExecution execution) {
    READERS_LEFT.set(execution, corrections.askAgain(BusinessKey.of(execution)));
  }
}
