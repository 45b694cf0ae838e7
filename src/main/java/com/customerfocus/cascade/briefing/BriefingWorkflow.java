package com.customerfocus.cascade.briefing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What team briefings tell their process. Every call belongs to the caller's transaction. */
public interface BriefingWorkflow {

  /** Managers are to brief their teams. */
  void briefingsDue(List<TeamBriefing> briefings);

  /** Another manager has this briefing's team now: the tasks about it go to that manager. */
  void teamHandedTo(long briefingId, String personId);

  /**
   * Another person is to hold this open briefing in the place of its manager.
   *
   * @param why what that person should know about it
   */
  void briefingTakenOver(
      long briefingId, String personId, String managerName, Instant due, String why);

  /**
   * This open briefing has a new date.
   *
   * @param why what the person who is to hold it should know about it
   */
  void briefingPutOff(long briefingId, Instant due, String why);

  /**
   * Employee ids of those who have these briefings to hold, by briefing: the person in charge, or
   * that person's substitute.
   */
  Map<Long, String> assignees(Collection<Long> briefingIds);

  /** No receipt of the team is pending any more. */
  void teamReached(long briefingId);

  /** These briefings need not be held or waited for any more. */
  void briefingsEnded(Collection<Long> briefingIds);
}
