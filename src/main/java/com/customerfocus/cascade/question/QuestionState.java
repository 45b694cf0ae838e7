package com.customerfocus.cascade.question;

/** Where a question stands. */
enum QuestionState {
  /** Somebody is to answer it. */
  OPEN,
  /** The team that asked has its answer. */
  ANSWERED,
  /** Its memo was withdrawn before. */
  WITHDRAWN
}
