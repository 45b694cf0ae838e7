package com.customerfocus.cascade;

/** State of a cascade. */
public enum CascadeState {
  /** Written, not released. */
  DRAFT,
  /** Running. */
  RUNNING,
  /** No receipt is pending; about to be closed. */
  REACHED,
  /** Ended: all readers were reached, or the closing date came. */
  CLOSED,
  /** Withdrawn by the launcher or by the reviewer. */
  WITHDRAWN
}
