package com.customerfocus.promise;

/** Where a promise stands. */
public enum PromiseState {
  /** Still to be kept, by the date it was made for. */
  OPEN,
  /** Still to be kept, by a new date that was agreed before the old one passed. */
  RENEGOTIATED,
  /** Kept in time. */
  KEPT,
  /** The date has passed. What is delivered later is on record, but it stays broken. */
  BROKEN,
  /** Whom it was made to needs it no longer. */
  WITHDRAWN;

  /** Whether it is still to be kept. */
  public boolean isPending() {
    return this == OPEN || this == RENEGOTIATED;
  }
}
