package com.customerfocus.handoff;

/**
 * How long the sides have, as the table of targets says at the moment when it is asked.
 *
 * @param timeToOwn until the partner accepts, declines or proposes a date, in working time such as
 *     {@code 4 h}; so are the others
 * @param timeToDeliver from acceptance to delivery
 * @param timeToAnswer until the requester answers
 * @param rule version and row of the table
 */
public record HandoffTargets(
    String timeToOwn, String timeToDeliver, String timeToAnswer, String rule) {}
