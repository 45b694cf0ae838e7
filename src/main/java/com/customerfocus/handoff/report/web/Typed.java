package com.customerfocus.handoff.report.web;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;

/** Text of a request before it is looked up in the database. */
final class Typed {

  private static final int LONGEST = 1_000;

  private Typed() {}

  /**
   * @throws InvalidInputException when it cannot be stored, or is longer than anything that could
   *     be found by it
   */
  static String storable(String text) {
    if (text != null && (!Texts.isStorable(text) || text.length() > LONGEST)) {
      throw new InvalidInputException("refusal.handoff.unsearchable");
    }
    return text;
  }
}
