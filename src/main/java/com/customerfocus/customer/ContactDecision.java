package com.customerfocus.customer;

/** Whether a customer is contacted, and in which way. */
public enum ContactDecision {
  /** By mail, or by phone where the purpose is a call. */
  CONTACT,
  /** On paper, because the customer has chosen so. */
  POST,
  /** The mail address does not work: another way has to be found. */
  OTHER_WAY,
  /** Not at all; the owner of the case notes how things stand. */
  OWNER_NOTES,
  /** Not sent; shown on the page of the customer's case. */
  SHOWN_IN_CASE,
  /** Not at all. */
  NO
}
