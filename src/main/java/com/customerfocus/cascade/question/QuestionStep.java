package com.customerfocus.cascade.question;

import java.time.Instant;

/**
 * A step in the history of a question.
 *
 * @param by employee id of the actor; null for a timer
 * @param with employee id of the person who has to answer from then on; null when there is none
 * @param note the actor's remark, or null
 */
record QuestionStep(Kind kind, Instant at, String by, String with, String note) {

  /** Kind of step. */
  enum Kind {
    /** Asked. */
    ASKED,
    /** The manager passed it to the next one up. */
    PASSED_UP,
    /** Not answered in time, passed to the next manager up. */
    ESCALATED,
    /** Not answered in time, with no manager further up. */
    REMINDED,
    /** Answered. */
    ANSWERED,
    /** Its memo was withdrawn. */
    WITHDRAWN
  }
}
