package com.customerfocus.customercase.escalation;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import java.util.EnumSet;

/**
 * What a manager decides, as entered. A decision is never empty.
 *
 * @param decision name of a {@link CaseDecision}
 * @param note what exactly
 */
public record DecisionEntry(String decision, String note) {

  private static final int LONGEST = 4_000;

  /**
   * @throws InvalidInputException when none was chosen
   */
  CaseDecision chosen() {
    return EnumSet.complementOf(EnumSet.of(CaseDecision.LAPSED)).stream()
        .filter(it -> it.name().equals(decision))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("refusal.case.decision"));
  }

  /**
   * @throws InvalidInputException when it says too little or too much
   */
  String words() {
    return Inputs.said(note, LONGEST, "refusal.case.too-long", "refusal.case-escalation.note");
  }
}
