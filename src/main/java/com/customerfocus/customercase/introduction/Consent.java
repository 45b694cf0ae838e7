package com.customerfocus.customercase.introduction;

/** How a customer has agreed that their name and story are passed on; stored by its name. */
public enum Consent {
  CALL,
  MAIL,
  MEETING,
  /** The customer has not: the owner passes them on for a reason that is on record. */
  OVERRIDE
}
