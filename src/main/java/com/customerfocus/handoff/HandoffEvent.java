package com.customerfocus.handoff;

import java.time.Instant;
import java.util.HashSet;
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
        personId,
        personName,
        oldDue,
        newDue,
        recipientId,
        recipientName,
        priority,
        late);
  }

  /** Whether the requester asks a department with this step. */
  private boolean isRequest() {
    return step == HandoffStep.REQUEST || step == HandoffStep.ASK_ANOTHER;
  }

  /** Whether a handoff came back to a department from which it had gone to another one. */
  static boolean isPingPong(List<HandoffEvent> history) {
    return isBackAndForth(
        history.stream().filter(HandoffEvent::isRequest).map(HandoffEvent::department).toList());
  }

  /**
   * The same by the departments that were asked.
   *
   * @param asked in order of time; the same one may be asked several times in a row
   */
  public static boolean isBackAndForth(List<String> asked) {
    var before = new HashSet<String>();
    String last = null;
    for (var department : asked) {
      if (!department.equals(last) && !before.add(department)) {
        return true;
      }
      last = department;
    }
    return false;
  }
}
