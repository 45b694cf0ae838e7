package com.customerfocus.cascade.question;

import java.time.Instant;

/**
 * What happened to a question.
 *
 * @param by employee id of whoever did it; null where time passed
 * @param with employee id of whoever is to answer from then on; null when nobody is
 * @param word what was said about it, or null
 */
record QuestionStep(Kind kind, Instant at, String by, String with, String word) {

  /** What can happen to a question. */
  enum Kind {
    /** It was asked. */
    ASKED,
    /** Who was to answer passed it to the next manager up. */
    PASSED_UP,
    /** It was not answered in time and went to the next manager up. */
    ESCALATED,
    /** It was not answered in time and there is no manager further up. */
    REMINDED,
    /** It was answered. */
    ANSWERED,
    /** Its memo was withdrawn. */
    WITHDRAWN
  }
}
