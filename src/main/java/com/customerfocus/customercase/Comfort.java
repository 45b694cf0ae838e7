package com.customerfocus.customercase;

/**
 * Who says that a customer has the right contact and is comfortable; stored by its name. The three
 * are counted apart everywhere.
 */
public enum Comfort {
  /** The customer said so. */
  OWN_WORD,
  /** The owner noted that the customer said so. */
  OWNERS_NOTE,
  /** The customer was asked three times and did not answer: no comfort. */
  UNCONFIRMED
}
