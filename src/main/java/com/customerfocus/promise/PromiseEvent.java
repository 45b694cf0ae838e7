package com.customerfocus.promise;

import java.time.Instant;

/**
 * Something that happened to a promise.
 *
 * @param by employee id of the one who recorded it; null where the clock did
 * @param note what they wrote, or null
 * @param oldDue the date before, where a new one was agreed
 * @param newDue the date that was promised, or the new one agreed
 * @param recipientId employee id of the person whom a mail informed, or who has the promise since
 *     it was handed over; else null
 */
public record PromiseEvent(
    long id,
    Kind kind,
    Instant at,
    String by,
    String note,
    Instant oldDue,
    Instant newDue,
    String recipientId) {

  /** What happened. */
  public enum Kind {
    MADE,
    /** The date was near; the promiser was asked. */
    AT_RISK,
    /** It will be kept in time, says the promiser. */
    CONFIRMED,
    RENEGOTIATED,
    /** Delivered in time; from now on the promisee has the say. */
    DELIVERED,
    /** The promisee did not accept what was delivered. */
    RETURNED,
    /** Another person has the work, and with it the promise. */
    HANDED_OVER,
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
