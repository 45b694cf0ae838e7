package com.customerfocus.cascade;

import java.time.Instant;

/**
 * One memo on its way.
 *
 * @param departmentId the department it is meant for, or null for the launcher's own organization
 * @param launchedBy employee id of the launcher
 * @param releasedBy employee id of the one who released it, or null
 * @param closesAt when it is over at the latest and its personal links end; null before release
 * @param conclusion what the launcher concluded from the outcome, or null
 * @param version of the memo; 1 until it is corrected
 */
public record Cascade(
    long id,
    CascadeState state,
    String title,
    String departmentId,
    int daysToBrief,
    int daysToAcknowledge,
    String launchedBy,
    Instant launchedAt,
    String releasedBy,
    Instant releasedAt,
    Instant closesAt,
    Instant closedAt,
    String withdrawnBy,
    Instant withdrawnAt,
    String withdrawalReason,
    String conclusion,
    int version) {}
