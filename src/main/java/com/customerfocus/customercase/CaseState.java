package com.customerfocus.customercase;

/** Where a customer's case stands; stored by its name. */
public enum CaseState {
  /** The owner finds out what the customer needs and who can put it right. */
  UNDERSTANDING,
  /** It is not known yet who can put it right. */
  FINDING_OUT,
  /** We put it right. */
  PUTTING_RIGHT,
  /** A partner department works on a handoff; the owner keeps the case. */
  WITH_PARTNER,
  /** The customer is introduced to a contact outside. */
  INTRODUCING,
  /** The customer is asked whether they are comfortable. */
  CHECKING_COMFORT,
  /** The customer is, but something has to be finished before the case closes. */
  COMFORTABLE,
  /** The customer did not answer; the same. */
  UNCONFIRMED,
  CLOSED,
  /** The customer wants nothing more in this matter. */
  WITHDRAWN,
  /** Another case of the customer has taken it in, and goes on for both. */
  JOINED;

  /** Whether nothing more is to be done. */
  public boolean isOver() {
    return this == CLOSED || this == WITHDRAWN || this == JOINED;
  }

  /** Whether it is being found out what the case is about, and who can put it right. */
  boolean isUnderstanding() {
    return this == UNDERSTANDING || this == FINDING_OUT;
  }

  /** Whether only what is open keeps it from being closed. */
  public boolean isToClose() {
    return this == COMFORTABLE || this == UNCONFIRMED;
  }
}
