package com.customerfocus.promise;

import java.time.Instant;

/**
 * Something that happened to a promise.
 *
 * @param by employee id of the person who recorded it; null for the engine
 * @param word what they wrote, or null
 * @param oldDue the date before, where a new one was agreed
 * @param newDue the date that was promised, or the new one agreed
 * @param told employee id of the one whom a mail told of it, or null
 */
public record PromiseEvent(
    long id,
    Kind kind,
    Instant at,
    String by,
    String word,
    Instant oldDue,
    Instant newDue,
    String told) {

  /** What happened. */
  public enum Kind {
    MADE,
    /** The date was near; the promiser was asked. */
    AT_RISK,
    /** It will be kept in time, says the promiser. */
    CONFIRMED,
    RENEGOTIATED,
    KEPT,
    WITHDRAWN,
    BROKEN,
    /** It went to a manager to be reviewed. */
    ESCALATED,
    REVIEWED,
    /** Delivered after the date had passed. */
    LATE
  }
}
