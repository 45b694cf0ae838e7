package com.customerfocus.handoff;

import java.time.Instant;
import java.util.List;

/**
 * A step of a handoff's history.
 *
 * @param id unique in the history; a breach, which is on record apart, has a negative one
 * @param by login; null for the program
 * @param byName null for the program and for logins that are no employees
 * @param note what that person wrote, or null
 * @param possible what is possible instead, or null
 * @param reason why it was declined or reopened, or null
 * @param before null for the first step
 * @param department the partner's, at that time
 * @param cameBack whether a request brought it back, see {@link #comesBack}
 * @param personId the colleague who got it, or null
 * @param personName null where that person is not on file any more
 * @param recipientId employee id of the person told by mail, or null
 * @param recipientName null where that person is not on file any more
 * @param priority what a changed priority was and is, or null
 * @param late which clock ran out, or null
 */
public record HandoffEvent(
    long id,
    long handoffId,
    HandoffStep step,
    Instant at,
    String by,
    String byName,
    String note,
    String possible,
    BounceReason reason,
    HandoffState before,
    HandoffState after,
    String department,
    boolean cameBack,
    String personId,
    String personName,
    Instant oldDue,
    Instant newDue,
    String recipientId,
    String recipientName,
    Change priority,
    Late late) {

  /** What was changed. */
  public record Change(Priority from, Priority to) {}

  /**
   * A clock that ran out.
   *
   * @param metric which one, see {@link HandoffClocks}
   * @param breaches 1 at the due moment, 2 when as much time again had passed
   * @param department name of the one that was late
   */
  public record Late(String metric, int breaches, String department) {}

  /**
   * An event without what only some steps have, and without names.
   *
   * @param told employee id of the person told by mail, or null
   */
  static HandoffEvent of(
      long handoffId,
      HandoffStep step,
      Instant at,
      String by,
      HandoffState before,
      HandoffState after,
      String department,
      boolean cameBack,
      String told) {
    return new HandoffEvent(
        0,
        handoffId,
        step,
        at,
        by,
        null,
        null,
        null,
        null,
        before,
        after,
        department,
        cameBack,
        null,
        null,
        null,
        null,
        told,
        null,
        null,
        null);
  }

  /**
   * A step was taken. Published in its transaction, after row, history and clocks have followed.
   *
   * @param before the handoff as it was
   */
  public record Recorded(HandoffEvent event, Handoff before) {}

  HandoffEvent withId(long newId) {
    return new HandoffEvent(
        newId,
        handoffId,
        step,
        at,
        by,
        byName,
        note,
        possible,
        reason,
        before,
        after,
        department,
        cameBack,
        personId,
        personName,
        oldDue,
        newDue,
        recipientId,
        recipientName,
        priority,
        late);
  }

  /**
   * Whether a request brings work back to a department that has just been without it: ping-pong.
   *
   * @param before the departments that had it, in order: of a part, the one that asked for the
   *     whole; the requester; those that were asked. The same one may be asked several times in a
   *     row
   * @param department the one that is asked now
   */
  static boolean comesBack(List<String> before, String department) {
    return before.contains(department) && !before.get(before.size() - 1).equals(department);
  }
}
