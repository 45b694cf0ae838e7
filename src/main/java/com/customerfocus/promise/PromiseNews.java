package com.customerfocus.promise;

import java.time.Instant;

/**
 * What a mail tells of a promise.
 *
 * @param readerName who reads it
 * @param due until when it was promised before this happened
 * @param newDue the new date agreed, or null
 * @param site where the reader works, or null
 * @param state where the promise stands by now
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

  /** Whoever has answered in the meantime need not be asked any more. */
  boolean stillApplies() {
    return kind != PromiseEvent.Kind.AT_RISK || state.isPending();
  }
}
