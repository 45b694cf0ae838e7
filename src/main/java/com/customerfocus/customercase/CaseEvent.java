package com.customerfocus.customercase;

import java.time.Instant;

/**
 * A step of a case's history.
 *
 * @param cycle in which run of the case, 1 at first
 * @param by login; null for the program and the customer
 * @param byName null likewise, and for logins that are no employees
 * @param byCustomer whether it is the customer's own word
 * @param note what that person wrote, or null
 * @param before null for the first step
 * @param dueAt until when what is not known will be known, or null
 * @param happenedAt when it was, for a step that may be recorded later; else null
 */
public record CaseEvent(
    long id,
    long caseId,
    int cycle,
    CaseStep step,
    Instant at,
    String by,
    String byName,
    boolean byCustomer,
    String note,
    CaseState before,
    CaseState after,
    Instant dueAt,
    Instant happenedAt) {

  /**
   * A step was taken. Published in its transaction, after row, history and clocks have followed.
   *
   * @param before the case as it was; null for the first step
   */
  public record Recorded(CaseEvent event, CustomerCase before) {}
}
