package com.customerfocus.customercase.escalation.process;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.escalation.CaseEscalationView;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a manager what was decided about a case whose task has ended. */
@Component
class EndedEscalationTasks implements EndedTasks {

  private final CaseEscalationView escalations;

  EndedEscalationTasks(CaseEscalationView escalations) {
    this.escalations = escalations;
  }

  @Override
  public String process() {
    return CaseEscalationProcess.KEY;
  }

  @Override
  public Optional<Sentence> whyEnded(long id, String taskDefinitionKey, Actor reader) {
    return Optional.of(escalations.whatHappened(id));
  }
}
