package com.customerfocus.customer;

/** What customers have said about contact in general; only their own act changes it. */
public enum ContactChoice {
  /** Nothing said: all purposes that need no more than a business relation. */
  NORMAL,
  /** No letters, panels and offers. */
  NO_LETTERS,
  /** No contact; the owner of a case keeps notes instead. */
  NO_CONTACT,
  /** Left us with "never again". */
  LOST
}
