package com.customerfocus.cascade.escalation;

import java.time.Instant;

/**
 * Who is to unblock a briefing now.
 *
 * @param escalationId the record of it
 * @param managerId employee id of the manager who is asked
 * @param overdueName name of the one whose briefing it is
 * @param decideBy deadline of the decision
 * @param passUpAt when it is escalated further without a decision
 */
public record EscalationAssignment(
    long escalationId, String managerId, String overdueName, Instant decideBy, Instant passUpAt) {}
