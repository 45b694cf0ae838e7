package com.customerfocus.cascade.reminder;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What follow-ups tell their process. Every call belongs to the caller's transaction. */
public interface FollowUpWorkflow {

  /**
   * Some people of these teams were reminded in vain: their managers are to follow them up. A
   * manager who has that task already gets no second one.
   *
   * @return briefings whose manager has got the task now
   */
  Set<Long> teamsLate(List<FollowUpAssignment> teams);

  /**
   * Employee ids of those who have the task to follow these teams up, by briefing: the manager, or
   * the manager's substitute.
   */
  Map<Long, String> assignees(Collection<Long> briefingIds);
}
