package com.customerfocus.handoff.report;

import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.Priority;
import java.time.Instant;

/**
 * A handoff in a list. It names the customer by reference only.
 *
 * @param customer reference, or null
 * @param owner the person of the partner who has it, or null
 * @param parentId number of the handoff for a part of which it was asked, or null
 * @param askedTimes how often it was asked, 1 at first
 * @param wishedAt when the requester would like it
 * @param dueAt the promised date, or null
 * @param proposedAt another date that the partner offers, or null
 */
public record HandoffEntry(
    long id,
    String subject,
    String customer,
    Priority priority,
    HandoffState state,
    Named requester,
    Named requesterDepartment,
    Named partnerDepartment,
    Named owner,
    Long parentId,
    int askedTimes,
    Instant wishedAt,
    Instant dueAt,
    Instant proposedAt,
    Instant requestedAt,
    Instant acceptedAt,
    Instant deliveredAt,
    Instant endedAt) {

  /**
   * A person or a department.
   *
   * @param name the id where it is not on file any more
   */
  public record Named(String id, String name) {}
}
