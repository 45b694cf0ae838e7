package com.customerfocus.cascade;

import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.cascade.reminder.FollowUpAssignment;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the memo cascade tells its process. Every call belongs to the caller's transaction. */
public interface CascadeWorkflow {

  /** Managers are to brief their teams. */
  void briefingsDue(List<TeamBriefing> briefings);

  /** Someone else manages this briefing's team now: what is to be done about it is theirs. */
  void teamHandedTo(long briefingId, String personId);

  /** Nobody has held these briefings in time: somebody has to unblock them. */
  void briefingsOverdue(Collection<Long> briefingIds);

  /** Somebody has held this briefing, late: nobody need unblock it any more. */
  void overdueBriefingHeld(long briefingId);

  /**
   * Someone else is to hold this briefing, which nobody has held yet, in the place of its manager.
   *
   * @param why what they should know about that
   */
  void briefingTakenOver(
      long briefingId, String personId, Participant manager, Instant due, String why);

  /**
   * This briefing, which nobody has held yet, has a new date.
   *
   * @param why what whoever is to hold it should know about that
   */
  void briefingPutOff(long briefingId, Instant due, String why);

  /** Employee ids of those who have this briefing to hold, be it for somebody who is away. */
  Set<String> assignees(long briefingId);

  /** Nobody of the team is pending any more. */
  void teamAnswered(long briefingId);

  /** Some of these teams were reminded in vain: their managers are to see to it. */
  void teamsLate(List<FollowUpAssignment> teams);

  /**
   * Who has the task to brief these teams or to follow them up, by briefing: their managers, or
   * whoever acts for them.
   */
  Map<Long, String> assigneesByBriefing(Collection<Long> briefingIds);

  /** Nobody of the audience is pending any more. */
  void audienceReached(long cascadeId);

  /** The cascade is over: these briefings need not be held or waited for any more. */
  void briefingsEnded(Collection<Long> briefingIds);
}
