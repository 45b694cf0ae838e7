package com.customerfocus.customercase.news;

import java.time.Instant;

/**
 * Something that happened in a case, as far as it may matter to its two clocks.
 *
 * @param at when: of a mail when the mail server accepted it, of a call when it was
 * @param written of what we said when it was written, of a message when it was on record for us to
 *     read: what was written before that answers it not
 * @param told the moment of the next news that the customer was told with it, or null
 */
record Happening(Kind kind, Instant at, Instant written, Instant told) {

  /** What it is. */
  enum Kind {
    /** Our mail to the customer, which the mail server accepted. */
    MAIL(true, true, false),
    /** The same, which came back later: as if it had never been sent. */
    MAIL_THAT_BOUNCED(false, false, false),
    /** A call with the customer. */
    CALL(true, true, false),
    /** The owner noted how things stand, as the customer wants no contact. */
    NOTED_INSTEAD(true, false, false),
    /** Published on the customer's page, of which the customer was not told. */
    PUBLISHED(false, false, false),
    /** An acknowledgement, a reminder, a survey, a letter. */
    AUTOMATIC(false, false, false),
    /** An internal note, a task, another state, an event of a handoff. */
    INTERNAL(false, false, false),
    /** The customer wrote. */
    CUSTOMER_WROTE(false, false, true),
    /** An out-of-office reply or a delivery report. */
    CUSTOMERS_PROGRAM(false, false, false);

    private final boolean isNews;
    private final boolean answers;
    private final boolean wantsAnswer;

    Kind(boolean isNews, boolean answers, boolean wantsAnswer) {
      this.isNews = isNews;
      this.answers = answers;
      this.wantsAnswer = wantsAnswer;
    }

    /** Whether the next news is due anew from then on. */
    boolean isNews() {
      return isNews;
    }

    /** Whether it answers what the customer wrote before. */
    boolean answers() {
      return answers;
    }

    /** Whether the customer waits for an answer from then on. */
    boolean wantsAnswer() {
      return wantsAnswer;
    }
  }

  static Happening of(Kind kind, Instant at) {
    return new Happening(kind, at, at, null);
  }

  /** The same with the moment that the customer was told. */
  Happening telling(Instant moment) {
    return new Happening(kind, at, written, moment);
  }
}
