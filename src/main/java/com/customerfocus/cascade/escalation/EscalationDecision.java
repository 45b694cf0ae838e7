package com.customerfocus.cascade.escalation;

import jakarta.validation.constraints.Size;

/**
 * How a briefing goes on that was overdue, as entered.
 *
 * @param decision {@value #EXTEND}, {@value #BRIEF} or {@value #HAND}
 * @param days working days from now until the team must be briefed
 * @param chosen employee id of the one chosen from a list, if it is handed over
 * @param typed employee id or name of a colleague who is not in the list; goes before the list
 * @param reason why, for the record and for the one it concerns
 */
public record EscalationDecision(
    String decision,
    Integer days,
    String chosen,
    String typed,
    @Size(max = 1_000, message = "refusal.reason-too-long") String reason) {

  /** The manager in charge gets more time. */
  public static final String EXTEND = "extend";

  /** The one who decides holds the briefing. */
  public static final String BRIEF = "brief";

  /** A colleague holds the briefing. */
  public static final String HAND = "hand";
}
