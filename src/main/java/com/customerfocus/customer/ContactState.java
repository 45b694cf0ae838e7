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

  /** What the customer does, for the record of a decision. */
  String inShort() {
    if (removed) {
      return "was removed";
    }
    var wish =
        switch (choice) {
          case NORMAL -> "may be contacted";
          case NO_LETTERS -> "wants no letters";
          case NO_CONTACT -> "wants no contact";
          case LOST -> "never wants to hear from us again";
        };
    return wish
        + (byPost ? ", wants paper instead of mail" : "")
        + (outOfReach ? ", is out of reach by mail" : "");
  }
}
