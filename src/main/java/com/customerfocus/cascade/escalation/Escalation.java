package com.customerfocus.cascade.escalation;

import java.time.Instant;

/**
 * On record: a manager was asked to unblock a briefing that was overdue, and what came of it.
 *
 * @param manager whose team was to be briefed
 * @param inCharge who was to hold the briefing: the manager, or whoever it had been handed to
 * @param due the date that was missed
 * @param level how far above that manager the one is who was asked; 1 is the next one up
 * @param answerBy until when an answer was asked for
 * @param decidedBy who decided or, where nobody had to, who held the briefing; null otherwise
 * @param decidedAt when that was, or when the cascade ended; null while it is open
 * @param note the reason given, or null
 * @param newDue the new date, or null
 * @param handedTo who is to hold the briefing instead, or null
 */
public record Escalation(
    long id,
    long briefingId,
    Participant manager,
    Participant inCharge,
    Instant due,
    int level,
    Participant escalatedTo,
    Instant escalatedAt,
    Instant answerBy,
    EscalationOutcome outcome,
    Participant decidedBy,
    Instant decidedAt,
    String note,
    Instant newDue,
    Participant handedTo) {

  /**
   * @param id employee id
   */
  public record Participant(String id, String name) {}
}
