package com.customerfocus.promise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Which promises are asked for; what is null lets all through.
 *
 * @param madeTo employee id, department id, or number of a customer or of an audience
 * @param madeToKind of what {@code madeTo} is the id
 * @param dueAfter due at this moment or later
 * @param dueBefore due before this moment
 * @param party employee id of the promiser or the promisee
 */
public record PromiseFilter(
    Collection<PromiseState> states,
    String madeBy,
    String madeTo,
    Party.Kind madeToKind,
    PromiseSource source,
    Instant dueAfter,
    Instant dueBefore,
    String party) {

  /** Promises to one party. */
  public static PromiseFilter to(Party party, PromiseState... states) {
    return new PromiseFilter(
        List.of(states), null, party.id(), party.kind(), null, null, null, null);
  }

  String madeToKindName() {
    return madeToKind == null ? null : madeToKind.name();
  }

  List<String> stateNames() {
    return states == null || states.isEmpty()
        ? null
        : states.stream().map(PromiseState::name).toList();
  }
}
