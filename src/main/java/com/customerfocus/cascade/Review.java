package com.customerfocus.cascade;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
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

  /**
   * The comment, where the decision needs one; without surplus space.
   *
   * @param key of what the reviewer reads where it is missing
   * @throws InvalidInputException when it is missing or too long
   */
  public String requiredComment(String key) {
    Inputs.check(this);
    return Inputs.required(comment, key);
  }
}
