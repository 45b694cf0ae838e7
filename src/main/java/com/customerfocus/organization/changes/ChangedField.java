package com.customerfocus.organization.changes;

import com.customerfocus.organization.Person;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What an import can change of people who stay and of departments; reviewed in this order. */
public enum ChangedField {
  RIGHTS_GIVEN("Rights given"),
  RIGHTS_TAKEN("Rights taken"),
  HEAD("Another head of department"),
  MAIL("Another mail address", Person::mail),
  NAME("Another name", Person::name),
  LANGUAGE("Another language", Person::language),
  SITE("Another site", Person::site),
  HERITAGE("Another heritage company", Person::heritage),
  MANAGER("Another manager", Person::managerId),
  DEPARTMENT("Another department", Person::departmentId),
  ABSENCE("Absences"),
  DEPUTY("Another deputy"),
  DEPARTMENT_NAME("Another name of a department");

  private static final List<ChangedField> OF_PERSON =
      Arrays.stream(values()).filter(it -> it.value != null).toList();

  private final String title;
  private final Function<Person, String> value;

  ChangedField(String title) {
    this(title, null);
  }

  ChangedField(String title, Function<Person, String> value) {
    this.title = title;
    this.value = value;
  }

  /** The fields that are components of {@link Person}: all but the id. */
  static List<ChangedField> ofPerson() {
    return OF_PERSON;
  }

  /**
   * The person's value, or null.
   *
   * @throws NullPointerException unless it is a field {@link #ofPerson()}
   */
  String of(Person person) {
    return value.apply(person);
  }

  /** In English, for reports. */
  String title() {
    return title;
  }

  /** Whether a review names these people as movers. */
  boolean isMove() {
    return this == MANAGER || this == DEPARTMENT;
  }

  /** Whether it is about groups of accounts. */
  public boolean isRight() {
    return this == RIGHTS_GIVEN || this == RIGHTS_TAKEN;
  }

  /** Whether departments have it, and people do not. */
  boolean isOfDepartments() {
    return this == HEAD || this == DEPARTMENT_NAME;
  }
}
