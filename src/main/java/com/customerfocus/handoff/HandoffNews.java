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
    Instant date) {

  /** Whether the reader has a task about it now. */
  boolean hasTask() {
    return !present.isOver() && after.turn() != null && after == present;
  }
}
