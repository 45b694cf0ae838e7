package com.customerfocus.handoff.rating;

import com.customerfocus.handoff.HandoffStep.Side;
import java.time.Instant;

/**
 * How one side says a handoff went, or that it was asked.
 *
 * @param fromDepartment id of the department that rates
 * @param toDepartment id of the other one
 * @param personId employee id of the person who was asked
 * @param openAt from when the other side may read it even when it has not answered
 * @param endsAt until when it can be answered; null once it was or that time has passed
 * @param unansweredAt when it ended without an answer, or null
 * @param ratedAt null until then
 * @param ratedBy login of the person who answered, or null
 * @param ratedByName null until then, and for a login that is no employee
 * @param score 1 to 5, 5 is the best; null until rated
 * @param note or null
 * @param thankedId employee id of the person who is thanked by name, or null
 * @param thanks what for, or null
 */
public record Rating(
    long id,
    long handoffId,
    Side side,
    String fromDepartment,
    String fromDepartmentName,
    String toDepartment,
    String toDepartmentName,
    String personId,
    String personName,
    Instant askedAt,
    Instant openAt,
    Instant endsAt,
    Instant unansweredAt,
    Instant ratedAt,
    String ratedBy,
    String ratedByName,
    Integer score,
    String note,
    String thankedId,
    String thankedName,
    String thanks) {

  /** Whether the side has answered. */
  public boolean isGiven() {
    return ratedAt != null;
  }
}
