package com.customerfocus.cascade;

import com.customerfocus.organization.Person;
import java.time.Instant;
import java.util.List;

/**
 * What the personal page shows of one receipt. All texts are Markdown or plain as typed; nothing is
 * HTML.
 *
 * @param reader whose receipt it is
 * @param senderName the senior officer who sends the memo
 * @param title plain text, in the reader's language if written in it
 * @param body the core brief, Markdown, in the reader's language if written in it
 * @param figures Markdown, or null
 * @param localBriefs what the managers above the reader added, the highest first
 * @param acknowledgedAt when the reader confirmed it, null until then
 * @param questions what the team has asked about it
 */
public record PersonalMemo(
    long receiptId,
    Person reader,
    String senderName,
    String title,
    String body,
    String figures,
    List<LocalBrief> localBriefs,
    Status status,
    Instant acknowledgedAt,
    TeamQuestions questions) {

  /** What the reader can still do about it. */
  public enum Status {
    /** Can be acknowledged. */
    OPEN,
    /** The reader has acknowledged it. */
    ACKNOWLEDGED,
    /** The cascade was over before an answer; the memo can still be read. */
    CLOSED,
    /** An exception was granted; the memo can still be read. */
    EXCUSED
  }

  PersonalMemo withQuestions(List<TeamQuestions.Question> asked) {
    return new PersonalMemo(
        receiptId,
        reader,
        senderName,
        title,
        body,
        figures,
        localBriefs,
        status,
        acknowledgedAt,
        new TeamQuestions(questions.goTo(), asked));
  }
}
