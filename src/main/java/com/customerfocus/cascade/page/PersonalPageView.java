package com.customerfocus.cascade.page;

import com.customerfocus.cascade.MemoChange;
import com.customerfocus.cascade.briefing.LocalBrief;
import com.customerfocus.cascade.question.TeamQuestions;
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
 * @param version which version of the memo this is
 * @param askedAgain whether the reader has acknowledged an earlier version that no longer counts
 * @param change what is new since the version the reader knows, or null
 */
public record PersonalPageView(
    long receiptId,
    Person reader,
    String senderName,
    String title,
    String body,
    String figures,
    List<LocalBrief> localBriefs,
    Status status,
    Instant acknowledgedAt,
    TeamQuestions questions,
    int version,
    boolean askedAgain,
    MemoChange change) {

  /** A memo that was never corrected. */
  public PersonalPageView(
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
    this(
        receiptId,
        reader,
        senderName,
        title,
        body,
        figures,
        localBriefs,
        status,
        acknowledgedAt,
        questions,
        1,
        false,
        null);
  }

  /** Whether it has changed for this reader, and can be acknowledged. */
  public boolean canBeAcknowledgedAgain() {
    return status == Status.OPEN && change != null;
  }

  /** What the reader can still do about it. */
  public enum Status {
    /** Can be acknowledged. */
    OPEN,
    /** The reader has acknowledged it. */
    ACKNOWLEDGED,
    /** The cascade ended before an acknowledgement; the memo can still be read. */
    CLOSED,
    /** An exception was granted; the memo can still be read. */
    EXCUSED
  }

  PersonalPageView withQuestions(List<TeamQuestions.Question> asked) {
    return new PersonalPageView(
        receiptId,
        reader,
        senderName,
        title,
        body,
        figures,
        localBriefs,
        status,
        acknowledgedAt,
        new TeamQuestions(questions.goTo(), asked),
        version,
        askedAgain,
        change);
  }
}
