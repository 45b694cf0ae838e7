package com.customerfocus.customercase.joining;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;

/**
 * Two cases to be joined, as entered.
 *
 * @param joined number of the case that ends
 * @param survivor number of the case that goes on
 * @param note why they belong together
 */
public record JoiningEntry(String joined, String survivor, String note) {

  private static final int LONGEST = 4_000;
  private static final int SHORTEST = 10;

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
    var number = Texts.stripToNull(entered);
    if (number == null || !number.matches("\\d{1,18}")) {
      throw new InvalidInputException("refusal.case.number");
    }
    return Long.parseLong(number);
  }

  /**
   * @throws InvalidInputException when it says too little or too much
   */
  String words() {
    var words = Inputs.limited(note, LONGEST, "refusal.case.too-long");
    if (words == null || words.length() < SHORTEST) {
      throw new InvalidInputException("refusal.joining.note");
    }
    return words;
  }
}
