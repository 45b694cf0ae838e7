package com.customerfocus.promise;

import java.time.Instant;

/**
 * Content of a mail about a promise.
 *
 * @param readerName the recipient
 * @param due due date before the event
 * @param newDue the new date agreed, or null
 * @param site where the recipient works, or null
 * @param state current state of the promise
 */
record PromiseNews(
    PromiseEvent.Kind kind,
    String readerName,
    String promiserName,
    String receiverName,
    String what,
    Instant due,
    Instant newDue,
    String word,
    String site,
    PromiseState state) {

  /** A promiser who has answered in the meantime need not be asked. */
  boolean stillApplies() {
    return kind != PromiseEvent.Kind.AT_RISK || state.isPending();
  }
}
