package com.customerfocus.cascade.escalation;

import java.time.Instant;

/**
 * A recorded request to a manager to unblock an overdue briefing, and its outcome.
 *
 * @param manager the manager of the team to be briefed
 * @param inCharge the person who had to hold the briefing: the manager or a substitute
 * @param due the missed date
 * @param level levels between the asked manager and the team's manager; 1 is the next one up
 * @param answerBy deadline of the decision
 * @param decidedBy the person who decided or, without a decision, who held the briefing; else null
 * @param decidedAt time of the decision, or of the cascade's end; null while it is open
 * @param note the reason given, or null
 * @param newDue the new date, or null
 * @param handedTo the person who takes the briefing over, or null
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
