package com.customerfocus.cascade.escalation;

/** Outcome of an escalation. */
public enum EscalationOutcome {
  /** Not decided. */
  OPEN,
  /** The person in charge got more time. */
  EXTENDED,
  /** The manager who decided holds the briefing. */
  TAKEN_OVER,
  /** Another person holds the briefing. */
  HANDED_OVER,
  /** No decision in time: the next manager up was asked. */
  PASSED_UP,
  /** The briefing was held before a decision. */
  BRIEFED,
  /** The cascade ended before a decision. */
  ENDED
}
