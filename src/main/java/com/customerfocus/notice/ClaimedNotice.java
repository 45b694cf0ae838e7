package com.customerfocus.notice;

import com.customerfocus.support.Texts;
import java.time.Instant;

/**
 * A notice that this node is about to send, and its possible results.
 *
 * @param tries how often it was tried before
 */
record ClaimedNotice(Notice notice, int tries) {

  private static final int LONGEST_ERROR = 1000;

  // RFC 3463: the syntax of the address is wrong.
  private static final String NO_ADDRESS = "5.1.3";

  /**
   * Its new state.
   *
   * @param sentAt null unless it was sent
   * @param error why it was not sent, or null
   * @param bounce null unless it failed at the mail server, or is refused because of us
   */
  record Result(
      Notice notice,
      NoticeState state,
      int tries,
      Instant nextTryAt,
      Instant sentAt,
      String error,
      Bounce bounce) {

    long id() {
      return notice.id();
    }
  }

  Result sent(Instant now) {
    return result(NoticeState.SENT, tries + 1, now, now, null, null);
  }

  /** A try went wrong on our side: again after a pause, or never again. */
  Result tried(Instant now, String why) {
    return tried(now, why, null);
  }

  /**
   * The mail server did not take it: never again if it said so of the recipient, again after a
   * pause if it said so for now or of us.
   *
   * @param isForGood whether it will never take this mail, by its own words
   */
  Result refused(Instant now, Bounce said, boolean isForGood) {
    var bounce = new Bounce(said.kind(), said.status(), oneShortLine(said.text()));
    return isForGood && bounce.kind() != Bounce.Kind.OURS
        ? result(NoticeState.FAILED, tries + 1, now, null, bounce.text(), bounce)
        : tried(now, bounce.text(), bounce);
  }

  private Result tried(Instant now, String why, Bounce bounce) {
    var next = RetryDelays.pauseAfter(tries + 1).map(now::plus);
    var isLast = next.isEmpty();
    var isWorthKnowing = isLast || bounce != null && bounce.kind() == Bounce.Kind.OURS;
    return result(
        isLast ? NoticeState.FAILED : NoticeState.NOT_SENT,
        tries + 1,
        next.orElse(now),
        null,
        why,
        isWorthKnowing ? bounce : null);
  }

  /** Its turn did not come: it stays due, and no try is counted. */
  Result putBack(Instant now, String why) {
    return result(NoticeState.NOT_SENT, tries, now, null, why, null);
  }

  /** Its address cannot be one. */
  Result impossible(Instant now, String why) {
    return refused(now, BounceRule.bounce(NO_ADDRESS, why), true);
  }

  /**
   * @param why null when what it tells of no longer applies
   */
  Result lapsed(Instant now, String why) {
    return result(
        NoticeState.LAPSED,
        tries,
        now,
        null,
        why == null ? "No longer applied when it was due" : why,
        null);
  }

  ClaimedNotice to(Notice readdressed) {
    return new ClaimedNotice(readdressed, tries);
  }

  private Result result(
      NoticeState state,
      int tries,
      Instant nextTryAt,
      Instant sentAt,
      String error,
      Bounce bounce) {
    return new Result(
        notice,
        state,
        tries,
        nextTryAt,
        sentAt,
        error == null ? null : oneShortLine(error),
        bounce);
  }

  static String oneShortLine(String error) {
    var line = Texts.strip(error.replaceAll("[\\s\\p{Cntrl}]+", " "));
    if (line.length() <= LONGEST_ERROR) {
      return line;
    }
    var splitsAPair = Character.isHighSurrogate(line.charAt(LONGEST_ERROR - 1));
    return line.substring(0, splitsAPair ? LONGEST_ERROR - 1 : LONGEST_ERROR);
  }
}
