package com.customerfocus.promise;

import java.time.Instant;

/**
 * Content of a mail about a promise.
 *
 * @param due until when it was promised before this happened
 * @param newDue the new date agreed, or null
 * @param state where the promise stands by now
 */
record PromiseNews(
    PromiseEvent.Kind kind,
    String promiserName,
    String receiverName,
    String what,
    Instant due,
    Instant newDue,
    String note,
    PromiseState state) {

  /** Whether its reader is to act in Tasklist. */
  boolean hasTask() {
    return kind == PromiseEvent.Kind.AT_RISK || kind == PromiseEvent.Kind.ESCALATED;
  }

  /** A promiser who has answered in the meantime is not asked any more. */
  boolean stillApplies() {
    return kind != PromiseEvent.Kind.AT_RISK || state.isPending();
  }
}
