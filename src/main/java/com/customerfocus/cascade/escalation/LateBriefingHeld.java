package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.briefing.BriefingHeld;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the escalation of an overdue briefing when it is held after all. */
@Component
class LateBriefingHeld {

  private final EscalationWorkflow workflow;

  LateBriefingHeld(EscalationWorkflow workflow) {
    this.workflow = workflow;
  }

  @EventListener
  void held(BriefingHeld held) {
    if (held.late()) {
      workflow.overdueBriefingHeld(held.briefing().id());
    }
  }
}
