package com.customerfocus.handoff;

import java.time.Instant;

/**
 * How a handoff goes on after a step, as its process needs it.
 *
 * @param handoff as it is now
 * @param subject customer, need and when it is due, as names of tasks have it
 * @param holderId employee id of the person of the partner whose task it is: the one who has it, or
 *     the head of a department whose group has no member to act; null while the group has it
 * @param dueAt until when the side whose turn it is has time
 * @param asksForNewDate whether the partner has just asked for a later date
 */
public record HandoffCourse(
    Handoff handoff, String subject, String holderId, Instant dueAt, boolean asksForNewDate) {

  /** Of a request whose clocks are not set yet. */
  static HandoffCourse begun(Handoff handoff) {
    return new HandoffCourse(handoff, handoff.title(), null, null, false);
  }
}
