package com.customerfocus.cascade.question;

/** State of a question. */
enum QuestionState {
  /** A manager has to answer it. */
  OPEN,
  /** The team that asked has its answer. */
  ANSWERED,
  /** Its memo was withdrawn before. */
  WITHDRAWN
}
