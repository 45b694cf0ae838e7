package com.customerfocus.customercase.ownership;

/** Where the offer of a case stands; stored by its name. */
public enum OfferState {
  OPEN,
  /** The colleague owns the case. */
  ACCEPTED,
  DECLINED,
  /** The colleague has not answered in time. */
  EXPIRED,
  /** The case has ended or got another owner otherwise. */
  WITHDRAWN
}
