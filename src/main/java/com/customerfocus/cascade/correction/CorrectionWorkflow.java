package com.customerfocus.cascade.correction;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.briefing.TeamBriefing;
import java.time.Instant;
import java.util.List;

/** What corrections tell their processes. Every call belongs to the caller's transaction. */
public interface CorrectionWorkflow {

  /**
   * The launcher wants to correct a memo on its way.
   *
   * @return false when a correction of it is being worked on already: then nothing happens
   */
  boolean correctionBegun(Cascade cascade);

  /** The cascade is over: nothing is left to correct. */
  void correctionsEnded(long cascadeId);

  /** A corrected memo has this title, and its cascade closes then. */
  void memoCorrected(long cascadeId, String title, Instant closesAt);

  /**
   * Managers who have briefed their teams are to brief them on what has changed since; this takes
   * the place of any change they were still to brief.
   */
  void changesDue(List<TeamBriefing> briefings);
}
