package com.customerfocus.customer;

/**
 * What decides about contact with one customer at this moment.
 *
 * @param byPost mails go on paper instead
 * @param outOfReach mails to the address on file come back
 * @param removed the customer's data were removed on request; nothing else is known then
 * @param thanked the one thank-you to a lost customer was sent
 */
public record ContactState(
    ContactChoice choice, boolean byPost, boolean outOfReach, boolean removed, boolean thanked) {

  /** A customer whose data were removed. */
  public static final ContactState REMOVED =
      new ContactState(ContactChoice.NO_CONTACT, false, false, true, false);

  /** A customer who has chosen this and nothing else. */
  public static ContactState of(ContactChoice choice) {
    return new ContactState(choice, false, false, false, false);
  }

  /** For the record of a decision, such as {@code NO_CONTACT, out of reach}. */
  String inShort() {
    if (removed) {
      return "removed";
    }
    return choice + (byPost ? ", by post" : "") + (outOfReach ? ", out of reach" : "");
  }
}
