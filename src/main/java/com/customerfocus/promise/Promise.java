package com.customerfocus.promise;

import java.time.Instant;

/**
 * A promise and its state.
 *
 * @param madeBy a person
 * @param due the last agreed date
 * @param deliveredAt when it was delivered, if that still waits for the promisee's word; else null
 */
public record Promise(
    long id,
    Party madeBy,
    Party madeTo,
    String what,
    Instant due,
    PromiseState state,
    Instant deliveredAt,
    PromiseSource source,
    Instant madeAt) {

  /** Published when a promise that a delivery keeps was not delivered by its date. */
  public record DatePassed(Promise promise) {}

  /** Whether it was delivered in time, and the promisee has not said yet whether it is right. */
  public boolean isDelivered() {
    return state.isPending() && deliveredAt != null;
  }

  /** Whether this person made it, or it was made to them. */
  public boolean concerns(String person) {
    return person.equals(madeBy.id())
        || madeTo.kind() == Party.Kind.PERSON && person.equals(madeTo.id());
  }
}
