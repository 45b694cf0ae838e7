package com.customerfocus.promise;

/**
 * Who makes a promise or whom it is made to.
 *
 * @param id employee id, department id, number of the customer or of the audience
 * @param name what people call them; null where it is not known
 */
public record Party(Kind kind, String id, String name) {

  /** What an id is the id of. */
  public enum Kind {
    PERSON,
    DEPARTMENT,
    /** A customer; read by reference, so that the ledger names no customer. */
    CUSTOMER,
    /** The readers of a letter. */
    AUDIENCE
  }

  public static Party person(String id) {
    return new Party(Kind.PERSON, id, null);
  }

  public static Party department(String id) {
    return new Party(Kind.DEPARTMENT, id, null);
  }

  public static Party customer(long id) {
    return new Party(Kind.CUSTOMER, String.valueOf(id), null);
  }

  /** All readers of a letter. */
  public static Party audience(long letterId) {
    return new Party(Kind.AUDIENCE, String.valueOf(letterId), null);
  }

  /** How people read it. */
  public String label() {
    return name == null ? id : name;
  }
}
