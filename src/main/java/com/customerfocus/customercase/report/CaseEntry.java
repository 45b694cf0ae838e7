package com.customerfocus.customercase.report;

import com.customerfocus.customercase.CaseChannel;
import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.Comfort;
import com.customerfocus.handoff.Priority;
import java.time.Instant;

/**
 * A case in a list. It names the customer by reference only.
 *
 * @param customer reference; null after the customer's data were removed
 * @param cycle 1 at first, one more each time it is opened again
 * @param comfort who says that the customer is comfortable, or null
 * @param notComfortable how often the customer was not
 * @param newsDueAt by when the customer hears from us; null when the case is over
 * @param answerDueAt by when a message is answered, or null
 * @param late how often news or an answer were late
 * @param previousId number of the case with which the problem began, or null
 * @param joinedToId number of the case that has taken it in and goes on for both, or null
 */
public record CaseEntry(
    long id,
    String subject,
    String customer,
    CaseKind kind,
    CaseChannel channel,
    Priority priority,
    CaseState state,
    Owner owner,
    int cycle,
    Comfort comfort,
    int notComfortable,
    Instant newsDueAt,
    Instant answerDueAt,
    int late,
    Long previousId,
    Long joinedToId,
    Instant openedAt,
    Instant closedAt) {

  /**
   * The employee who stays with the customer.
   *
   * @param name the id where they are not on file any more
   */
  public record Owner(String id, String name) {}
}
