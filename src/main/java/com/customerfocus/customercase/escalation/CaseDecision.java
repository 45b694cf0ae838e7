package com.customerfocus.customercase.escalation;

/** How the manager decides; stored by its name. */
public enum CaseDecision {
  /** The manager owns the case from then on. */
  TAKE_OVER,
  /** The owner keeps it and gets what it takes. */
  GIVE_MEANS,
  /** The manager settles it with the customer; the owner keeps it. */
  DECIDE_WITH_CUSTOMER,
  /** The case has ended before. */
  LAPSED
}
