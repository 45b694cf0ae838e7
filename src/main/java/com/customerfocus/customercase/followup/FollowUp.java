package com.customerfocus.customercase.followup;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A customer is asked again some time after closing.
 *
 * @param days after closing
 * @param dueOn the owner's working day
 * @param askedAt when the owner got the task, or null
 * @param personId employee id of that owner, or null
 * @param outcome null while it is to come or open
 * @param endedBy login of the person who answered, or null
 * @param answer null unless it is done
 * @param note what that person noted, or null
 * @param cameBackId number of the case that was opened because of trouble, or null
 */
public record FollowUp(
    long id,
    long planId,
    long customerId,
    int days,
    LocalDate dueOn,
    Instant askedAt,
    String personId,
    Outcome outcome,
    Instant endedAt,
    String endedBy,
    String endedByName,
    Answer answer,
    String note,
    Long cameBackId) {

  /** What became of it; stored by its name. */
  public enum Outcome {
    DONE,
    /** A case was opened again. */
    CANCELLED,
    /** The customer does not want to be asked. */
    REFUSED
  }

  /** What the customer says; stored by its name. */
  public enum Answer {
    WELL,
    /** Another case was opened. */
    TROUBLE,
    NOT_REACHED
  }
}
