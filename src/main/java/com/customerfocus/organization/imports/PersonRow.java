package com.customerfocus.organization.imports;

import com.customerfocus.organization.Person;
import java.util.Set;

/**
 * A row of an organization file.
 *
 * @param line where the row begins, counted from 1
 * @param leave when the person is away, or null
 * @param wrong columns whose values have errors: nothing may be concluded from them
 */
record PersonRow(
    int line, Person person, Set<PersonRole> roles, AbsenceRow leave, Set<PersonColumn> wrong) {

  /** A row without errors. */
  PersonRow(int line, Person person, Set<PersonRole> roles, AbsenceRow leave) {
    this(line, person, roles, leave, Set.of());
  }

  public String id() {
    return person.id();
  }

  PersonRow with(Person other) {
    return new PersonRow(line, other, roles, leave, wrong);
  }

  /** Whether the value of the column could be read, or there is none. */
  boolean isRight(PersonColumn column) {
    return !wrong.contains(column);
  }

  /** Whether the row may be the person at the top: several wrong values show that it is none. */
  boolean isWithoutManager() {
    return person.managerId() == null && isRight(PersonColumn.MANAGER) && wrong.size() < 2;
  }

  /** The person by name and id, for messages. */
  public String who() {
    return person.name().isEmpty() ? person.id() : person.name() + " (" + person.id() + ")";
  }
}
