package com.customerfocus.customer.data;

import java.time.Instant;

/**
 * That a customer's data were handed out or removed; it names no customer.
 *
 * @param doneBy the login that did it
 */
public record DataRequest(long id, Kind kind, String doneBy, Instant doneAt) {

  /** What was done. */
  public enum Kind {
    EXPORTED,
    REMOVED
  }
}
