package com.customerfocus.organization;

import java.util.Set;

/**
 * A row of an organization file.
 *
 * @param line where the row begins, counted from 1
 * @param leave when the person is away, or null
 */
record Entry(int line, Person person, Set<Role> roles, Leave leave) {

  String id() {
    return person.id();
  }

  /** The person by name and id, for messages. */
  String who() {
    return person.name().isEmpty() ? person.id() : person.name() + " (" + person.id() + ")";
  }
}
