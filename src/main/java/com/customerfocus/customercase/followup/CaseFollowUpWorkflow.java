package com.customerfocus.customercase.followup;

import java.util.Collection;

/** Business events of follow-ups for their process. Every call joins the caller's transaction. */
public interface CaseFollowUpWorkflow {

  /** The day of a follow-up has come, and the customer may be asked. */
  void followUpDue(CaseFollowUpAssignment due);

  /** These need no answer any more, since a case was opened again. */
  void noLongerNeeded(Collection<Long> followUpIds);
}
