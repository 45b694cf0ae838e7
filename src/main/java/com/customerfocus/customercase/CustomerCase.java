package com.customerfocus.customercase;

import com.customerfocus.handoff.Priority;
import java.time.Instant;

/**
 * A customer's case as it stands.
 *
 * @param customerId number of the customer, whose data may have been removed: reference and name
 *     are null then
 * @param tier the customer's, or null
 * @param subject the need in short
 * @param need the customer's own words when the case began
 * @param cycle 1 at first, one more each time it is opened again
 * @param ownerId employee id
 * @param comfort who says that the customer is comfortable, or null
 * @param notComfortable how often the customer was not, in all cycles
 * @param notComfortableNow the same in this cycle
 * @param comfortAsked how often the customer was asked since it was put right
 * @param askComfortAt when the customer is asked again, or null
 * @param findOutDueAt until when the owner finds out what is not known, or null
 * @param receivedAt when the customer turned to us; before it was opened where a mail had to wait
 * @param previousId number of the case with which the problem began, or null
 * @param newsDueAt by when the customer hears from us; null when the case is over
 * @param answerDueAt by when a message is answered, or null
 * @param joinedToId number of the case that has taken it in and goes on for both, or null
 */
public record CustomerCase(
    long id,
    long customerId,
    String customerReference,
    String customerName,
    String tier,
    CaseKind kind,
    CaseChannel channel,
    Priority priority,
    String subject,
    String need,
    CaseState state,
    int cycle,
    String ownerId,
    String ownerName,
    String ownerSite,
    String ownerDepartment,
    Comfort comfort,
    int notComfortable,
    int notComfortableNow,
    int comfortAsked,
    Instant askComfortAt,
    Instant findOutDueAt,
    Long previousId,
    Instant openedAt,
    Instant receivedAt,
    Instant cycleBeganAt,
    Instant closedAt,
    Instant newsDueAt,
    Instant answerDueAt,
    Long joinedToId) {

  /** Under which kind promises and files of cases are on record. */
  public static final String KIND = "customer-case";

  /** Customer and need, as names of tasks and mails have them. */
  public String title() {
    return customerName == null ? subject : customerName + ", " + subject;
  }
}
