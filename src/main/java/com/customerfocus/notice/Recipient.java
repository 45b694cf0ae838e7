package com.customerfocus.notice;

import java.time.ZoneId;

/**
 * The reader of a mail: an employee, a customer or an outside contact, as known when the notice was
 * recorded.
 *
 * @param id employee id, {@link #customer(long)} or {@link #contact(long)}
 * @param address mail address, or null
 * @param language {@code en} or {@code es}
 * @param zone of the clock that the reader goes by
 */
public record Recipient(String id, String name, String address, String language, ZoneId zone) {

  /** Who a recipient is to us; an employee's id has no colon. */
  public enum Kind {
    EMPLOYEE(""),
    CUSTOMER("customer:"),
    /** A person of another organization to whom a customer is introduced. */
    CONTACT("contact:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** The id as a recipient of the customer with this id. */
  public static String customer(long customerId) {
    return Kind.CUSTOMER.prefix + customerId;
  }

  /** The id as a recipient of the outside contact with this id. */
  public static String contact(long contactId) {
    return Kind.CONTACT.prefix + contactId;
  }

  public Kind kind() {
    if (id.startsWith(Kind.CUSTOMER.prefix)) {
      return Kind.CUSTOMER;
    }
    return id.startsWith(Kind.CONTACT.prefix) ? Kind.CONTACT : Kind.EMPLOYEE;
  }

  /**
   * @throws IllegalStateException when this is no customer
   */
  public long customerId() {
    if (kind() != Kind.CUSTOMER) {
      throw new IllegalStateException("No customer, but of kind " + kind());
    }
    return Long.parseLong(id.substring(Kind.CUSTOMER.prefix.length()));
  }
}
