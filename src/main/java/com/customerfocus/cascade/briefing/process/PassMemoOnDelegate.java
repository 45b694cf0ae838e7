package com.customerfocus.cascade.briefing.process;

import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.TEAM_HAS_ACKNOWLEDGED;

import com.customerfocus.cascade.briefing.PassOnService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the memo one level down. */
@Component
class PassMemoOnDelegate implements JavaDelegate {

  private final PassOnService briefings;

  PassMemoOnDelegate(PassOnService briefings) {
    this.briefings = briefings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var teamHasAcknowledged = briefings.passOn(BusinessKey.of(execution));
    TEAM_HAS_ACKNOWLEDGED.setTransient(execution, teamHasAcknowledged);
  }
}
