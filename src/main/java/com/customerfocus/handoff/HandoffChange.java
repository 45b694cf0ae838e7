package com.customerfocus.handoff;

import java.time.Instant;

/**
 * One step of a handoff before it is on record: what is different afterwards, and what was said.
 */
final class HandoffChange {

  final Handoff before;
  final HandoffStep step;

  /** Login; null for the program. */
  final String by;

  HandoffState state;
  String subject;
  String need;
  String doneWhen;
  Priority priority;
  String partner;
  Instant wishedAt;
  Instant dueAt;
  Instant proposedAt;
  String ownerId;
  Long promiseId;
  int askedTimes;
  HandoffTargets targets;

  String note;
  String possible;
  BounceReason reason;
  String personId;
  Instant newDue;

  /** Employee id of the person to tell by mail, or null. */
  String recipientId;

  HandoffChange(Handoff before, HandoffStep step, String by) {
    this.before = before;
    this.step = step;
    this.by = by;
    this.state = step.after(before.state());
    this.subject = before.subject();
    this.need = before.need();
    this.doneWhen = before.doneWhen();
    this.priority = before.priority();
    this.partner = before.partnerDepartment();
    this.wishedAt = before.wishedAt();
    this.dueAt = before.dueAt();
    this.proposedAt = before.proposedAt();
    this.ownerId = before.ownerId();
    this.promiseId = before.promiseId();
    this.askedTimes = before.askedTimes();
    this.targets = before.targets();
  }

  HandoffChange says(String comment) {
    note = comment;
    return this;
  }

  HandoffChange tells(String employee) {
    recipientId = employee;
    return this;
  }
}
