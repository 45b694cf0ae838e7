package com.customerfocus.customercase.ownership;

import java.time.Instant;

/**
 * A case that its owner offers to a colleague.
 *
 * @param fromId employee id of the owner who offers it
 * @param toId employee id of the colleague
 * @param note what the colleague should know; {@code …} once the customer's data were removed
 * @param dueAt until when it can be accepted
 * @param answeredAt null while it is open
 * @param answeredBy login; null for the program
 * @param answer what the colleague wrote, or null
 */
public record CaseOffer(
    long id,
    long caseId,
    String fromId,
    String fromName,
    String toId,
    String toName,
    OfferReason reason,
    String note,
    OfferState state,
    Instant offeredAt,
    Instant dueAt,
    Instant answeredAt,
    String answeredBy,
    String answer) {

  boolean isOpen() {
    return state == OfferState.OPEN;
  }
}
