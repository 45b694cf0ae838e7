package com.customerfocus.customercase.followup.process;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.followup.CaseFollowUpService;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a person what has become of a follow-up whose task has ended. */
@Component
class EndedFollowUpTasks implements EndedTasks {

  private final CaseFollowUpService followUps;

  EndedFollowUpTasks(CaseFollowUpService followUps) {
    this.followUps = followUps;
  }

  @Override
  public String process() {
    return CaseFollowUpProcess.KEY;
  }

  @Override
  public Optional<Sentence> whyEnded(long followUpId, String taskDefinitionKey, Actor reader) {
    return followUps.whatHappened(followUpId);
  }
}
