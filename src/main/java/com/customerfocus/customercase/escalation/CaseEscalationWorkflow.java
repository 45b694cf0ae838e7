package com.customerfocus.customercase.escalation;

import java.util.Collection;
import java.util.OptionalLong;

/** Business events of escalations for their process. Every call joins the caller's transaction. */
public interface CaseEscalationWorkflow {

  /**
   * A manager has to decide.
   *
   * @param title customer and need
   */
  void escalated(CaseEscalation escalation, String title);

  /** These cases have ended: nothing is to be decided any more. */
  void lapsed(Collection<Long> escalations);

  /** Number of the case that asked for this handoff; empty for a handoff of another origin. */
  OptionalLong caseOf(long handoffId);
}
