package com.customerfocus.customer;

/**
 * What one customer decides about contact, as it is now.
 *
 * @param name may be blank
 * @param zone name of the customer's time zone, or null
 * @param hasPostalAddress whether something can be sent on paper at all
 */
public record ContactSettings(
    long customerId,
    String name,
    ContactChoice contact,
    boolean byPost,
    String language,
    String zone,
    boolean hasPostalAddress) {

  /** The value of a setting, as {@link ContactChange} has it. */
  public String value(ContactChange.Setting setting) {
    return switch (setting) {
      case CONTACT -> contact.name();
      case BY_POST -> String.valueOf(byPost);
      case LANGUAGE -> language;
    };
  }

  boolean already(ContactChange change) {
    return value(change.what()).equals(change.chosen());
  }
}
