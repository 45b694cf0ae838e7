package com.customerfocus.customercase.joining;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;

/**
 * Two cases to be joined, as entered.
 *
 * @param joined number of the case that ends
 * @param survivor number of the case that goes on
 * @param note why they belong together
 */
public record JoiningEntry(String joined, String survivor, String note) {

  private static final int LONGEST = 4_000;

  /**
   * @throws InvalidInputException when it is missing or no number
   */
  long joinedId() {
    return number(joined);
  }

  /**
   * @throws InvalidInputException when it is missing or no number
   */
  long survivorId() {
    return number(survivor);
  }

  private static long number(String entered) {
    return Inputs.recordNumber(entered, "refusal.case.number");
  }

  /**
   * @throws InvalidInputException when it says too little or too much
   */
  String words() {
    return Inputs.said(note, LONGEST, "refusal.case.too-long", "refusal.joining.note");
  }
}
