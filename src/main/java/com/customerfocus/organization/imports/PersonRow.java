package com.customerfocus.organization.imports;

import com.customerfocus.organization.Person;
import java.util.Set;

/**
 * A row of an organization file.
 *
 * @param line where the row begins, counted from 1
 * @param leave when the person is away, or null
 */
record PersonRow(int line, Person person, Set<PersonRole> roles, AbsenceRow leave) {

  public String id() {
    return person.id();
  }

  PersonRow with(Person other) {
    return new PersonRow(line, other, roles, leave);
  }

  /** The person by name and id, for messages. */
  public String who() {
    return person.name().isEmpty() ? person.id() : person.name() + " (" + person.id() + ")";
  }
}
