package com.customerfocus.promise;

import java.time.Instant;

/**
 * A promise and its state.
 *
 * @param madeBy a person
 * @param due the last agreed date
 */
public record Promise(
    long id,
    Party madeBy,
    Party madeTo,
    String what,
    Instant due,
    PromiseState state,
    PromiseSource source,
    Instant madeAt) {

  /** Whether this person made it, or it was made to them. */
  public boolean concerns(String person) {
    return person.equals(madeBy.id())
        || madeTo.kind() == Party.Kind.PERSON && person.equals(madeTo.id());
  }
}
