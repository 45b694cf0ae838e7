package com.customerfocus.customercase.escalation;

/** From which count on a case is escalated. A plain rule. */
final class CaseEscalationRules {

  /** What happens once can be put right by the owner alone. */
  static final int FROM = 2;

  private CaseEscalationRules() {}

  /**
   * @param times how often it has happened in this run of the case, this time included
   */
  static boolean isEscalated(int times) {
    return times >= FROM;
  }
}
