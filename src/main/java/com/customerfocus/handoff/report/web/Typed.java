package com.customerfocus.handoff.report.web;

import com.customerfocus.support.InvalidInputException;

/** Text of a request before it is looked up in the database. */
final class Typed {

  private static final int LONGEST = 1_000;

  private Typed() {}

  /**
   * @throws InvalidInputException when it has a NUL, which PostgreSQL does not know, or is longer
   *     than anything that could be found by it
   */
  static String storable(String text) {
    if (text != null && (text.indexOf('\0') >= 0 || text.length() > LONGEST)) {
      throw new InvalidInputException("refusal.handoff.unsearchable");
    }
    return text;
  }
}
