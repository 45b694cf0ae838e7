package com.customerfocus.cascade.escalation;

/** What came of asking somebody to unblock a briefing. */
public enum EscalationOutcome {
  /** Nobody has decided yet. */
  OPEN,
  /** Whoever is in charge got more time. */
  EXTENDED,
  /** Whoever decided holds the briefing. */
  TAKEN_OVER,
  /** Somebody else holds it. */
  HANDED_OVER,
  /** No answer in time: the next manager up was asked. */
  PASSED_UP,
  /** The briefing was held before anybody decided. */
  BRIEFED,
  /** The cascade was over before anybody decided. */
  ENDED
}
