package com.customerfocus.customercase.page;

import com.customerfocus.customercase.CaseState;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What a customer sees of the own case: nothing internal, no note, no id of an employee, no name of
 * a partner department.
 *
 * @param language {@code en} or {@code es}
 * @param zone of the clock that the customer goes by
 * @param need the customer's own words
 * @param ownerMail how to reach the owner, or null
 * @param newsDueAt when the customer hears from us next; null when the case is over
 * @param alsoNeeded what the customer asked for in cases that this one has taken in, in order
 * @param contact to whom the customer was introduced, or null
 * @param given what the customer was granted, in order
 * @param updates what was said so far, the last first
 */
public record CasePage(
    String language,
    ZoneId zone,
    String customerName,
    String subject,
    String need,
    List<Need> alsoNeeded,
    CaseState state,
    String ownerName,
    String ownerMail,
    Instant newsDueAt,
    Contact contact,
    List<Given> given,
    List<Update> updates) {

  /**
   * What the customer asked for in another case.
   *
   * @param caseId number of that case
   */
  public record Need(long caseId, String words) {}

  /**
   * A person of another organization, once the customer has been introduced.
   *
   * @param mail or null
   */
  public record Contact(String name, String organization, String mail) {}

  /**
   * What the customer gets to put things right; not why, which is for us alone.
   *
   * @param kind such as {@code VOUCHER}
   * @param amount in {@code currency}, ISO 4217
   */
  public record Given(String kind, BigDecimal amount, String currency) {}

  /**
   * What was said.
   *
   * @param byCustomer whether the customer said it
   * @param byName of the employee who said it, or null
   * @param wasCall whether it was said in a call
   * @param isCorrected whether it turned out to be wrong
   */
  public record Update(
      Instant at,
      boolean byCustomer,
      String byName,
      boolean wasCall,
      String words,
      boolean isCorrected) {}

  /** Whether the customer is asked about comfort, or has not said so and still can. */
  public boolean isAsked() {
    return state == CaseState.CHECKING_COMFORT || state == CaseState.UNCONFIRMED;
  }

  /** Whether the customer, who is comfortable, can say that something is missing after all. */
  public boolean canGoOn() {
    return state == CaseState.CLOSED || state == CaseState.COMFORTABLE;
  }

  public boolean isOver() {
    return state.isOver();
  }
}
