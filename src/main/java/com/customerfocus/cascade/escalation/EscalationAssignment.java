package com.customerfocus.cascade.escalation;

import java.time.Instant;

/**
 * Who is to unblock a briefing now.
 *
 * @param escalationId the record of it
 * @param managerId employee id of the manager who is asked
 * @param overdueName name of the one whose briefing it is
 * @param decisionDueAt until when the manager has to decide
 * @param passUpAt when it goes on without an answer
 */
public record EscalationAssignment(
    long escalationId,
    String managerId,
    String overdueName,
    Instant decisionDueAt,
    Instant passUpAt) {}
