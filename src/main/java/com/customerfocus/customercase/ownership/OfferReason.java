package com.customerfocus.customercase.ownership;

/** Why an owner offers a case to a colleague; stored by its name. */
public enum OfferReason {
  /** The colleague knows more about it. */
  KNOWLEDGE,
  /** The owner has too much to do to stay with the customer. */
  WORKLOAD,
  /** The owner will be away, or works elsewhere from now on. */
  AWAY,
  /** The customer wishes it. */
  CUSTOMERS_WISH,
  OTHER
}
