package com.customerfocus.access;

import java.util.function.Predicate;

/**
 * Something that a person tries.
 *
 * @param name as the table in {@code src/docs/access.md} has it
 * @param ofPerson whether it is done to what belongs to a person; only then can a role have it for
 *     its own
 * @param attempt sends the request; says whether that was allowed
 */
record AccessAction(String name, boolean ofPerson, Attempt attempt) {

  /** How it is tried. */
  interface Attempt {

    /**
     * @param holder id of the person it is done to what belongs to: the visitor's, or another's
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
