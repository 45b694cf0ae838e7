package com.customerfocus.handoff;

import java.time.Instant;

/**
 * How a handoff goes on after a step, as its process needs it.
 *
 * @param handoff as it is now
 * @param subject customer, need and when it is due, as names of tasks have it
 * @param ownerId employee id of the person of the partner who has it; null while the group has it
 * @param stewardId employee id of the person who stands in for a group without members, or null
 * @param dueAt until when the side whose turn it is has time
 * @param asksForNewDate whether the partner has just asked for a later date
 */
public record HandoffCourse(
    Handoff handoff,
    String subject,
    String ownerId,
    String stewardId,
    Instant dueAt,
    boolean asksForNewDate) {}
