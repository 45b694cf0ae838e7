package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.READERS_LEFT;

import com.customerfocus.cascade.correction.ReattestationService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks some readers of an earlier version again. */
@Component
class AskAgainDelegate implements JavaDelegate {

  private final ReattestationService reattestations;

  AskAgainDelegate(ReattestationService reattestations) {
    this.reattestations = reattestations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    READERS_LEFT.set(execution, reattestations.askAgain(BusinessKey.of(execution)));
  }
}
