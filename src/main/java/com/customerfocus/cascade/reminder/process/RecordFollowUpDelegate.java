package com.customerfocus.cascade.reminder.process;

import static com.customerfocus.cascade.reminder.process.TeamFollowUpProcess.FOLLOW_UP;

import com.customerfocus.cascade.reminder.FollowUpService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records who of those reminded in vain knows the memo by now, and who is excused. */
@Component
class RecordFollowUpDelegate implements JavaDelegate {

  private final FollowUpService followUps;

  RecordFollowUpDelegate(FollowUpService followUps) {
    this.followUps = followUps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var report = FOLLOW_UP.get(execution).report();
    followUps.followedUp(BusinessKey.of(execution), report, CurrentActor.of(execution));
    FOLLOW_UP.remove(execution);
  }
}
