package com.customerfocus.customercase;

/** How a customer came to us with a case; stored by its name. */
public enum CaseChannel {
  /** An employee opened it in Tasklist, after a call or a visit. */
  TASKLIST,
  /** Another program opened it. */
  API,
  /** The customer wrote a mail. */
  MAIL,
  /** The customer said on the page of a closed case that it goes on. */
  PAGE,
  /** The customer was asked some time after another case was closed, and there was trouble. */
  FOLLOW_UP;

  /** Whether the customer opened the case, and not the owner. */
  boolean isByCustomer() {
    return this == MAIL || this == PAGE;
  }
}
