package com.customerfocus.handoff;

import java.time.Instant;

/**
 * What a mail tells of a step.
 *
 * @param byName null for the program
 * @param side whose step it was
 * @param requester name of the department, as is the partner's
 * @param present the state now; a mail about what is over for long is not sent
 * @param date the date it is about, or null
 * @param isForFollower whether it is told to a person who follows it and has nothing to do
 */
record HandoffNews(
    long id,
    HandoffStep step,
    String byName,
    String title,
    String customerName,
    String requester,
    String partner,
    String note,
    String possible,
    BounceReason reason,
    HandoffState after,
    HandoffState present,
    Instant date,
    boolean isForFollower) {

  /** Whether the reader has a task about it now. */
  boolean hasTask() {
    return !isForFollower && !present.isOver() && after.turn() != null && after == present;
  }

  /** The same for a person who follows the handoff. */
  HandoffNews forFollower() {
    return new HandoffNews(
        id,
        step,
        byName,
        title,
        customerName,
        requester,
        partner,
        note,
        possible,
        reason,
        after,
        present,
        date,
        true);
  }
}
