package com.customerfocus.cascade.question;

/** What became of a question from the personal page. */
public enum QuestionOutcome {
  /** It is on its way; so is one that was asked already and waits. */
  ON_ITS_WAY,
  /** It says nothing. */
  EMPTY,
  /** It does not fit. */
  TOO_LONG,
  /** So many of this person's questions wait already that no other is taken. */
  TOO_MANY,
  /** The memo can no longer be asked about, or never could be by this person. */
  TOO_LATE
}
