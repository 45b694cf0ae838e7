package com.customerfocus.access;

import java.util.function.Predicate;

/**
 * An action that a person tries.
 *
 * @param name as in the table in {@code src/docs/access.md}
 * @param ofPerson whether its object belongs to a person; only then can a role have it for its own
 * @param attempt sends the request; returns whether it was allowed
 */
record AccessAction(String name, boolean ofPerson, Attempt attempt) {

  /** The attempt. */
  interface Attempt {

    /**
     * @param holder id of the owner of the action's object: the visitor's, or another's
     */
    boolean isAllowed(Visitor visitor, String holder);
  }

  static AccessAction of(String name, Predicate<Visitor> attempt) {
    return new AccessAction(name, false, (visitor, holder) -> attempt.test(visitor));
  }

  static AccessAction ofPerson(String name, Attempt attempt) {
    return new AccessAction(name, true, attempt);
  }
}
