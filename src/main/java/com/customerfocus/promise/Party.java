package com.customerfocus.promise;

/**
 * Who makes a promise or whom it is made to.
 *
 * @param id employee id or department id
 * @param name what people call them; null where it is not known
 */
public record Party(Kind kind, String id, String name) {

  /** What an id is the id of. */
  public enum Kind {
    PERSON,
    DEPARTMENT
  }

  public static Party person(String id) {
    return new Party(Kind.PERSON, id, null);
  }

  public static Party department(String id) {
    return new Party(Kind.DEPARTMENT, id, null);
  }

  /** How people read it. */
  public String label() {
    return name == null ? id : name;
  }
}
