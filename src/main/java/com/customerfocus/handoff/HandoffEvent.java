package com.customerfocus.handoff;

import java.time.Instant;

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
    String recipientId) {}
