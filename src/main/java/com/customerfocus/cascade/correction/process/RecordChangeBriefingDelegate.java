package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.correction.process.ChangeBriefingProcess.CHANGE;
import static com.customerfocus.cascade.correction.process.ChangeBriefingProcess.TEAM_HAS_ACKNOWLEDGED;

import com.customerfocus.cascade.correction.ChangeBriefingService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the manager briefed the team on the change, and who was there. */
@Component
class RecordChangeBriefingDelegate implements JavaDelegate {

  private final ChangeBriefingService changes;

  RecordChangeBriefingDelegate(ChangeBriefingService changes) {
    this.changes = changes;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var report = CHANGE.get(execution).report();
    TEAM_HAS_ACKNOWLEDGED.setTransient(
        execution,
        changes.changeBriefed(BusinessKey.of(execution), report, CurrentActor.of(execution)));
    CHANGE.remove(execution);
  }
}
