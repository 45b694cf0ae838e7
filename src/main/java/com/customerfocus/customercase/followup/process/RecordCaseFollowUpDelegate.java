package com.customerfocus.customercase.followup.process;

import static com.customerfocus.customercase.followup.process.CaseFollowUpProcess.FOLLOW_UP;

import com.customerfocus.customercase.followup.CaseFollowUpService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what a customer says some time after closing. */
@Component
class RecordCaseFollowUpDelegate implements JavaDelegate {

  private final CaseFollowUpService followUps;

  RecordCaseFollowUpDelegate(CaseFollowUpService followUps) {
    this.followUps = followUps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    followUps.record(
        BusinessKey.of(execution), FOLLOW_UP.get(execution), CurrentActor.of(execution));
  }
}
