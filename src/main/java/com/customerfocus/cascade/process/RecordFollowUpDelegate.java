package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.TeamFollowUpProcess.BRIEFING_ID;
import static com.customerfocus.cascade.process.TeamFollowUpProcess.FOLLOW_UP;

import com.customerfocus.cascade.FollowUpService;
import com.customerfocus.engine.CurrentUser;
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
    var report = FOLLOW_UP.from(execution).report();
    followUps.followedUp(BRIEFING_ID.from(execution), report, CurrentUser.of(execution));
    FOLLOW_UP.remove(execution);
  }
}
