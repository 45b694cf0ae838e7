package com.customerfocus.customercase.goodwill;

/** What became of an offer of goodwill; stored by its name. */
public enum GoodwillState {
  /** A manager decides about it. */
  WAITING,
  /** The customer gets it. */
  GRANTED,
  REFUSED,
  /** The owner took it back before the manager decided. */
  TAKEN_BACK,
  /** The case ended before the manager decided, or no manager is left who may decide. */
  LAPSED
}
