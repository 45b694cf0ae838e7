package com.customerfocus.customercase;

import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.Priority;
import java.time.Instant;

/** One step of a case before it is on record: what is different afterwards, and what was said. */
final class CaseChange {

  final CustomerCase before;
  final CaseStep step;

  /** Login; null for the program and the customer. */
  final String by;

  boolean byCustomer;
  CaseState state;
  CaseKind kind;
  Priority priority;
  Comfort comfort;
  int notComfortable;
  int notComfortableNow;
  int comfortAsked;
  Instant askComfortAt;
  Instant findOutDueAt;
  boolean beginsCycle;

  String note;

  /** When it was, for a step that may be recorded later; else null. */
  Instant happenedAt;

  /** What a partner department is asked for, or null. */
  HandoffRequest handoff;

  CaseChange(CustomerCase before, CaseStep step, String by) {
    this.before = before;
    this.step = step;
    this.by = by;
    this.state = step.after(before.state());
    this.kind = before.kind();
    this.priority = before.priority();
    this.comfort = before.comfort();
    this.notComfortable = before.notComfortable();
    this.notComfortableNow = before.notComfortableNow();
    this.comfortAsked = before.comfortAsked();
    this.askComfortAt = state == before.state() ? before.askComfortAt() : null;
    this.findOutDueAt = state == before.state() ? before.findOutDueAt() : null;
  }

  CaseChange says(String comment) {
    note = comment;
    return this;
  }

  int cycle() {
    return beginsCycle ? before.cycle() + 1 : before.cycle();
  }
}
