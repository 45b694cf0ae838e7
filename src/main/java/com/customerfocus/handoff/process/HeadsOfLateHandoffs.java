package com.customerfocus.handoff.process;

import com.customerfocus.access.Actor;
import com.customerfocus.engine.task.TaskOverseers;
import com.customerfocus.handoff.HandoffService;
import org.springframework.stereotype.Component;

/** The head of a department that is late may give a member's work to another member. */
@Component
class HeadsOfLateHandoffs implements TaskOverseers {

  private final HandoffService handoffs;

  HeadsOfLateHandoffs(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public String process() {
    return PartnerHandoffProcess.KEY;
  }

  @Override
  public boolean mayComplete(long handoffId, String taskDefinitionKey, Actor person) {
    return taskDefinitionKey.equals(PartnerHandoffProcess.DELIVER)
        && handoffs.answersForLate(handoffId, person);
  }
}
