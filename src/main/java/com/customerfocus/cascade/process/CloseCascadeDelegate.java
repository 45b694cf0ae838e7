package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.WITHDRAWN;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the cascade: everyone was reached, or the closing date has come. */
@Component
class CloseCascadeDelegate implements JavaDelegate {

  private final CascadeService cascades;

  CloseCascadeDelegate(CascadeService cascades) {
    this.cascades = cascades;
  }

  @Override
  public void execute(DelegateExecution execution) {
    cascades.close(BusinessKey.of(execution));
    WITHDRAWN.set(execution, false);
  }
}
