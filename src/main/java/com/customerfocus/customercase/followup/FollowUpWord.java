package com.customerfocus.customercase.followup;

import com.customerfocus.customercase.followup.FollowUp.Answer;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import java.util.Arrays;

/**
 * What an owner enters about a follow-up.
 *
 * @param answer name of an {@link Answer}
 * @param need what is wrong, in the customer's own words; needed with TROUBLE
 * @param note for us alone, or null
 */
public record FollowUpWord(String answer, String need, String note) {

  private static final int LONGEST = 4_000;

  /**
   * @throws InvalidInputException when none was chosen
   */
  Answer chosen() {
    return Arrays.stream(Answer.values())
        .filter(it -> it.name().equals(answer))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("refusal.case-follow-up.answer"));
  }

  /**
   * @throws InvalidInputException when it is missing or too long
   */
  String trouble() {
    return Inputs.required(
        Inputs.limited(need, LONGEST, "refusal.case.need-too-long"), "refusal.case.need");
  }

  /**
   * The note, or null.
   *
   * @throws InvalidInputException when it is too long
   */
  String remark() {
    return Inputs.limited(note, LONGEST, "refusal.case.too-long");
  }
}
