package com.customerfocus.promise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Which promises are asked for; what is null lets all through.
 *
 * @param madeTo employee id or department id
 * @param dueAfter due at this moment or later
 * @param dueBefore due before this moment
 * @param party employee id of the promiser or the promisee
 */
public record PromiseFilter(
    Collection<PromiseState> states,
    String madeBy,
    String madeTo,
    PromiseSource source,
    Instant dueAfter,
    Instant dueBefore,
    String party) {

  List<String> stateNames() {
    return states == null || states.isEmpty()
        ? null
        : states.stream().map(PromiseState::name).toList();
  }
}
