package com.customerfocus.customer;

/**
 * Why this customer would be contacted now, as far as it matters to {@link ContactPolicy}.
 *
 * @param openedByCustomer a lost customer has opened the case that it is about
 * @param safetyOrLaw the notice concerns safety, or the law demands it
 * @param released a person has released it for this customer
 */
public record ContactOccasion(
    ContactPurpose purpose, boolean openedByCustomer, boolean safetyOrLaw, boolean released) {

  public static ContactOccasion of(ContactPurpose purpose) {
    return new ContactOccasion(purpose, false, false, false);
  }
}
