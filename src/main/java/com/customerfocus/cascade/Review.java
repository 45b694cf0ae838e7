package com.customerfocus.cascade;

import jakarta.validation.constraints.Size;

/**
 * What the reviewer decided about a memo, as entered.
 *
 * @param decision {@code release}, {@code revise} or {@code withdraw}
 * @param comment a word to the author; required unless released
 */
public record Review(
    String decision, @Size(max = 1_000, message = "refusal.reason-too-long") String comment) {

  public static final String RELEASE = "release";
  public static final String REVISE = "revise";
  public static final String WITHDRAW = "withdraw";
}
