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

  /** Its new state; {@code sentAt} and {@code error} may be null. */
  record Result(
      long id, NoticeState state, int tries, Instant nextTryAt, Instant sentAt, String error) {}

  Result sent(Instant now) {
    return result(NoticeState.SENT, tries + 1, now, now, null);
  }

  /** A try went wrong: again after a pause, or never again. */
  Result tried(Instant now, String why) {
    var next = RetryDelays.pauseAfter(tries + 1).map(now::plus);
    return result(
        next.isPresent() ? NoticeState.NOT_SENT : NoticeState.FAILED,
        tries + 1,
        next.orElse(now),
        null,
        why);
  }

  /** Its turn did not come: it stays due, and no try is counted. */
  Result putBack(Instant now, String why) {
    return result(NoticeState.NOT_SENT, tries, now, null, why);
  }

  Result impossible(Instant now, String why) {
    return result(NoticeState.FAILED, tries + 1, now, null, why);
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
        why == null ? "No longer applied when it was due" : why);
  }

  ClaimedNotice to(Notice readdressed) {
    return new ClaimedNotice(readdressed, tries);
  }

  private Result result(
      NoticeState state, int tries, Instant nextTryAt, Instant sentAt, String error) {
    return new Result(
        notice.id(), state, tries, nextTryAt, sentAt, error == null ? null : oneShortLine(error));
  }

  private static String oneShortLine(String error) {
    var line = Texts.strip(error.replaceAll("[\\s\\p{Cntrl}]+", " "));
    if (line.length() <= LONGEST_ERROR) {
      return line;
    }
    var splitsAPair = Character.isHighSurrogate(line.charAt(LONGEST_ERROR - 1));
    return line.substring(0, splitsAPair ? LONGEST_ERROR - 1 : LONGEST_ERROR);
  }
}
