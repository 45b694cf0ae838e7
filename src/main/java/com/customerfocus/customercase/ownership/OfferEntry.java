package com.customerfocus.customercase.ownership;

import com.customerfocus.support.Filled;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import jakarta.validation.constraints.Size;
import java.util.Arrays;

/**
 * The offer of a case, as entered.
 *
 * @param caseNumber of the case
 * @param colleague employee id, mail address or name
 * @param reason name of an {@link OfferReason}
 * @param note what the colleague should know
 */
public record OfferEntry(
    @Filled(message = "refusal.case.number") String caseNumber,
    @Filled(message = "refusal.ownership.colleague")
        @Size(max = 200, message = "refusal.ownership.colleague-too-long")
        String colleague,
    String reason,
    @Filled(message = "refusal.ownership.note")
        @Size(max = OfferEntry.LONGEST, message = "refusal.case.too-long")
        String note) {

  private static final int LONGEST = 4_000;

  /**
   * The reason entered.
   *
   * @throws InvalidInputException when none was chosen
   */
  OfferReason why() {
    return Arrays.stream(OfferReason.values())
        .filter(it -> it.name().equals(reason))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("refusal.ownership.reason"));
  }

  /**
   * The note without surplus space.
   *
   * @throws InvalidInputException when it says too little
   */
  String words() {
    return Inputs.said(note, LONGEST, "refusal.case.too-long", "refusal.ownership.note");
  }
}
