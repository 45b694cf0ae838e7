package com.customerfocus.organization.changes;

import java.util.Locale;

/**
 * Mail addresses that go from one person to another, whose mails and personal links the other would
 * read.
 *
 * @param count people who get the address of another
 * @param receiver one of them, by name and id
 * @param owner who has that address today, by name and id
 */
public record ReusedMails(int count, String receiver, String owner) {

  /** In English, for reports. */
  public String sentence() {
    return String.format(
        Locale.ENGLISH,
        "%,d %s the mail address that another person has today: %s gets that of %s.%s",
        count,
        count == 1 ? "person gets" : "people get",
        receiver,
        owner,
        count == 1 ? "" : " Did the column slip by a row?");
  }
}
