package com.customerfocus.customercase.introduction;

/** Where an introduction stands; stored by its name. */
public enum IntroductionState {
  /** The contact was asked by mail whether they help. */
  BRIEFED,
  /** The contact has said yes. */
  AGREED,
  /** Customer and contact know of each other. */
  INTRODUCED,
  /** The contact looks after the customer. */
  TOOK_OVER,
  /** Nothing came of it. */
  FAILED,
  /** The customer was told where to turn, at the customer's own request. */
  COLD;

  /** Whether something is still to come. */
  public boolean isOpen() {
    return this == BRIEFED || this == AGREED || this == INTRODUCED;
  }

  /** Whether the customer has been told of the contact, so that the customer's page names them. */
  public boolean isKnownToCustomer() {
    return this == INTRODUCED || this == TOOK_OVER || this == COLD;
  }
}
