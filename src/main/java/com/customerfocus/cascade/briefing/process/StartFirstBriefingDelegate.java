package com.customerfocus.cascade.briefing.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.PROGRESS_TEXT;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.cascade.process.CascadeReferences;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the launcher brief the own team. */
@Component
class StartFirstBriefingDelegate implements JavaDelegate {

  private final CascadeService cascades;

  StartFirstBriefingDelegate(CascadeService cascades) {
    this.cascades = cascades;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var cascade = BusinessKey.of(execution);
    cascades.startFirstBriefing(cascade);
    PROGRESS_TEXT.setReference(execution, CascadeReferences.progress(cascade));
  }
}
