package com.customerfocus.handoff;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * A step of a handoff's history.
 *
 * @param by login; null for the program
 * @param byName null for the program and for logins that are no employees
 * @param note what that person wrote, or null
 * @param possible what is possible instead, or null
 * @param reason why it was declined or reopened, or null
 * @param before null for the first step
 * @param department the partner's, at that time
 * @param personId the colleague who got it, or null
 * @param recipientId employee id of the person told by mail, or null
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
    Instant oldDue,
    Instant newDue,
    String recipientId) {
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
        oldDue,
        newDue,
        recipientId);
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
