package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.ANYTHING_OPEN;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends some of what is open in a cascade that is over. */
@Component
class EndBriefingsDelegate implements JavaDelegate {

  private final CascadeService cascades;

  EndBriefingsDelegate(CascadeService cascades) {
    this.cascades = cascades;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ANYTHING_OPEN.set(execution, cascades.endOpen(BusinessKey.of(execution)));
  }
}
