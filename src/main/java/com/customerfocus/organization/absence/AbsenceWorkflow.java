package com.customerfocus.organization.absence;

import java.util.Collection;

/** What absences tell the processes. Every call belongs to the caller's transaction. */
public interface AbsenceWorkflow {

  /** These people are not there: what they have to do goes to who acts for them. */
  void away(Collection<String> people);

  /** These absences were ended, or others took their place. */
  void ended(Collection<Long> absenceIds);
}
