package com.customerfocus.cascade.briefing;

/** State of a team briefing. */
public enum BriefingState {
  /** The manager has not held it. */
  OPEN,
  /** Held, and being passed on to the team. */
  HELD,
  /** Passed on; receipts of the team are pending. */
  WAITING,
  /** No receipt of the team is pending. */
  DONE,
  /** The cascade ended before. */
  ENDED
}
