package com.customerfocus.handoff.report.process;

import com.customerfocus.access.Actor;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.handoff.HandoffService;
import com.customerfocus.handoff.report.HandoffVisibility;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells both sides of a handoff who took the step that ended their task. */
@Component
class EndedHandoffTasks implements EndedTasks {

  static final String PROCESS = "partner-handoff";

  private final HandoffService handoffs;
  private final HandoffVisibility readers;

  EndedHandoffTasks(HandoffService handoffs, HandoffVisibility readers) {
    this.handoffs = handoffs;
    this.readers = readers;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public boolean mayKnow(long handoffId, String taskDefinitionKey, Actor reader) {
    return readers.isOnASide(handoffId, reader);
  }

  @Override
  public Optional<Sentence> whyEnded(long handoffId, String taskDefinitionKey, Actor reader) {
    return Optional.of(handoffs.whatHappened(handoffId));
  }
}
