package com.customerfocus.customercase.escalation;

import java.time.Instant;

/**
 * A case that a manager decides on.
 *
 * @param cycle in which run of the case, 1 at first
 * @param ownerId employee id of the owner at that time
 * @param managerId employee id of the manager who is asked
 * @param dueAt by when the manager decides
 * @param decision null while it is open
 * @param decidedBy login; null for the program
 * @param note what exactly was decided, or null
 */
public record CaseEscalation(
    long id,
    long caseId,
    int cycle,
    CaseEscalationReason reason,
    String ownerId,
    String ownerName,
    String managerId,
    String managerName,
    Instant escalatedAt,
    Instant dueAt,
    CaseDecision decision,
    Instant decidedAt,
    String decidedBy,
    String note) {}
