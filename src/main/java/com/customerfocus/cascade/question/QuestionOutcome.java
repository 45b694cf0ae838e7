package com.customerfocus.cascade.question;

/** Outcome of a question from the personal page. */
public enum QuestionOutcome {
  /** Accepted; also when the same question is already open. */
  ON_ITS_WAY,
  /** Blank. */
  EMPTY,
  /** Too long. */
  TOO_LONG,
  /** The person has too many open questions. */
  TOO_MANY,
  /** The memo no longer takes questions, or not from this person. */
  TOO_LATE
}
