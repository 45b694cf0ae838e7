package com.customerfocus.cascade;

/**
 * What the reviewer decided about a memo, as entered.
 *
 * @param decision {@code release}, {@code revise} or {@code withdraw}
 * @param comment a word to the author; required unless released
 */
public record Review(String decision, String comment) {

  public static final String RELEASE = "release";
  public static final String REVISE = "revise";
  public static final String WITHDRAW = "withdraw";
}
