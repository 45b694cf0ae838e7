package com.customerfocus.customercase.news;

import java.time.Instant;

/**
 * The case got another owner, took another one in, or got another cadence: there is no longer than
 * this for the next news and for the answer.
 *
 * @param answer null when no message waits
 */
record OwnerMove(Instant at, Instant news, Instant answer) {

  /** A case that has the owner with which it began. */
  static final OwnerMove NONE = new OwnerMove(null, null, null);

  /** The same with no longer than this for the next news. */
  OwnerMove noLaterThan(Instant due) {
    return news == null || due.isBefore(news) ? new OwnerMove(at, due, answer) : this;
  }
}
