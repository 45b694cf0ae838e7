package com.customerfocus.cascade;

import java.util.Collection;
import java.util.List;

/** What the memo cascade tells its process. Every call belongs to the caller's transaction. */
public interface CascadeWorkflow {

  /** Managers are to brief their teams. */
  void briefingsDue(List<TeamBriefing> briefings);

  /** Someone else is to hold this briefing, which nobody has held yet. */
  void briefingHandedTo(long briefingId, String personId);

  /** Nobody of the team is pending any more. */
  void teamAnswered(long briefingId);

  /** Nobody of the audience is pending any more. */
  void audienceReached(long cascadeId);

  /** The cascade is over: these briefings need not be held or waited for any more. */
  void briefingsEnded(Collection<Long> briefingIds);
}
