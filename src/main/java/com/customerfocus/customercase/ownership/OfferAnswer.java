package com.customerfocus.customercase.ownership;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;

/**
 * What a colleague says about an offered case, as entered.
 *
 * @param decision {@link #ACCEPT} or {@link #DECLINE}
 * @param note for the owner; needed to decline
 */
public record OfferAnswer(String decision, String note) {

  static final String ACCEPT = "ACCEPT";
  static final String DECLINE = "DECLINE";

  private static final int LONGEST = 4_000;
  private static final String TOO_LONG = "refusal.case.too-long";

  /**
   * The state of the offer after this answer.
   *
   * @throws InvalidInputException when nothing was chosen
   */
  OfferState state() {
    return switch (decision == null ? "" : decision) {
      case ACCEPT -> OfferState.ACCEPTED;
      case DECLINE -> OfferState.DECLINED;
      default -> throw new InvalidInputException("refusal.case.decision");
    };
  }

  /**
   * The note, or null.
   *
   * @throws InvalidInputException when it is too long, or missing where it is needed
   */
  String words() {
    return state() == OfferState.DECLINED
        ? Inputs.said(note, LONGEST, TOO_LONG, "refusal.ownership.why-declined")
        : Inputs.limited(note, LONGEST, TOO_LONG);
  }
}
