package com.customerfocus.cascade;

/** Where a cascade stands. */
public enum CascadeState {
  /** Written, not released. */
  DRAFT,
  /** On its way. */
  RUNNING,
  /** Nobody is pending any more; about to be closed. */
  REACHED,
  /** Over: everyone was reached, or the closing date came. */
  CLOSED,
  /** Taken back by the launcher or by the reviewer. */
  WITHDRAWN
}
