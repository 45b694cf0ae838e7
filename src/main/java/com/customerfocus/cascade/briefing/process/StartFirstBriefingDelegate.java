package com.customerfocus.cascade.briefing.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.PROGRESS;
import static com.customerfocus.cascade.process.MemoCascadeProcess.PROGRESS_TEXT;

import com.customerfocus.cascade.briefing.PassOnService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the launcher brief the own team. */
@Component
class StartFirstBriefingDelegate implements JavaDelegate {

  private final PassOnService briefings;

  StartFirstBriefingDelegate(PassOnService briefings) {
    this.briefings = briefings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var cascade = BusinessKey.of(execution);
    briefings.startFirst(cascade);
    PROGRESS_TEXT.setReference(execution, PROGRESS.of(cascade));
  }
}
