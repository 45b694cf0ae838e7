package com.customerfocus.cascade.briefing;

/** Where a team briefing stands. */
public enum BriefingState {
  /** The manager has not held it yet. */
  OPEN,
  /** Held, and on its way to the team. */
  HELD,
  /** Passed on; somebody of the team is pending. */
  WAITING,
  /** Nobody of the team is pending. */
  DONE,
  /** The cascade was over before. */
  ENDED
}
