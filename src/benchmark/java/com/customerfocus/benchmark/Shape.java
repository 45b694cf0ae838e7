package com.customerfocus.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Shape of an organization, or behaviour of its people. */
enum Shape {
  /** Every manager has as many direct reports as the span says; they come level by level. */
  TREE("every manager has %,d direct reports"),

  /**
   * The top has 5,000 direct reports, or all people where there are fewer; the rest report to the
   * first of them, as many to each as the span says.
   */
  WIDE("the one at the top has up to 5,000 direct reports, those below %,d each"),

  /**
   * Fourteen managers one below the other, and teams, each a lead with the span of people, that
   * report to one of them in turn: fifteen levels below the one at the top.
   */
  CHAIN("fourteen managers one below the other, each with teams of a lead and %,d people"),

  /**
   * The tree, but the managers of a level wait for each other: then all press "Complete" at once,
   * up to 200 at the same moment.
   */
  RUSH("every manager has %,d direct reports; all of a level complete at the same moment");

  static final int WIDEST = 5_000;
  static final int LINE = 14;

  private final String words;

  Shape(String words) {
    this.words = words;
  }

  /**
   * @param name such as {@code tree}
   */
  static Shape named(String name) {
    return Arrays.stream(values())
        .filter(shape -> shape.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "-Dshape is one of %s, but was %s".formatted(List.of(values()), name)));
  }

  /** Value of the setting. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For the head of the report. */
  String words(int span) {
    return String.format(Locale.ENGLISH, words, span);
  }
}
