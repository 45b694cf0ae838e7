package com.customerfocus.incoming.message;

/** What a mail that came in is; each is exactly one. Stored by its name. */
public enum MailKind {
  /** A mail server says what became of a mail of ours. */
  DELIVERY_REPORT,
  /** Sent by a program: an out-of-office, a read receipt, an answer to an invitation. */
  AUTOMATIC,
  /** Written by a person, and all that is in doubt. */
  HUMAN
}
