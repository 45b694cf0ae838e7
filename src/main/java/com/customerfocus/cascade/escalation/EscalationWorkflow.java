package com.customerfocus.cascade.escalation;

import java.util.Collection;

/** What escalations tell their process. Every call belongs to the caller's transaction. */
public interface EscalationWorkflow {

  /** These briefings were not held in time: a manager above has to unblock each. */
  void briefingsOverdue(Collection<Long> briefingIds);

  /** This overdue briefing needs no manager to unblock it any more. */
  void overdueBriefingHeld(long briefingId);
}
