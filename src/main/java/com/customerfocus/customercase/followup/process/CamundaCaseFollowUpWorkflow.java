package com.customerfocus.customercase.followup.process;

import com.customerfocus.customercase.followup.CaseFollowUpAssignment;
import com.customerfocus.customercase.followup.CaseFollowUpWorkflow;
import com.customerfocus.engine.Instances;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a follow-up. */
@Component
class CamundaCaseFollowUpWorkflow implements CaseFollowUpWorkflow {

  private final Instances instances;

  CamundaCaseFollowUpWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void followUpDue(CaseFollowUpAssignment due) {
    instances.start(
        CaseFollowUpProcess.MESSAGE_FOLLOW_UP_DUE,
        due.followUpId(),
        CaseFollowUpProcess.variables(due));
  }

  @Override
  public void noLongerNeeded(Collection<Long> followUpIds) {
    instances.end(followUpIds, "A case was opened again", CaseFollowUpProcess.KEY);
  }
}
