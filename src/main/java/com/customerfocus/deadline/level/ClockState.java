package com.customerfocus.deadline.level;

/** Where a clock stands. */
public enum ClockState {
  RUNNING,
  /** Waits for another party, such as for an answer to a question. */
  STOPPED,
  ENDED
}
