package com.customerfocus.customercase.introduction;

import static com.customerfocus.customercase.introduction.IntroductionState.AGREED;
import static com.customerfocus.customercase.introduction.IntroductionState.BRIEFED;
import static com.customerfocus.customercase.introduction.IntroductionState.INTRODUCED;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What an owner can do in the task <i>Introduce the contact</i>. */
public enum IntroductionStep {
  /** Ask the contact by mail, with the customer's name and story. */
  BRIEF(true),
  /** Only tell the customer where to turn, because the customer asks for that. */
  COLD(true),
  /** The contact has said yes in a call. */
  NOTE_YES(false, BRIEFED),
  /** The contact has said no in a call. */
  NOTE_NO(false, BRIEFED, AGREED),
  /** Introduce customer and contact to each other, by a mail each. */
  INTRODUCE(false, AGREED),
  /** The contact looks after the customer; the customer is told. */
  TOOK_OVER(false, INTRODUCED),
  NOT_TAKEN_OVER(false, INTRODUCED),
  /** It is not the right contact after all. */
  LOOK_AGAIN(true, BRIEFED, AGREED);

  private final boolean first;
  private final Set<IntroductionState> from;

  IntroductionStep(boolean first, IntroductionState... from) {
    this.first = first;
    this.from = Set.of(from);
  }

  /**
   * Whether it can be taken there; a stale page may ask for what is over.
   *
   * @param state null when no contact has been asked
   */
  public boolean isPossibleIn(IntroductionState state) {
    return state == null ? first : from.contains(state);
  }

  /**
   * Those that can be taken there, in order.
   *
   * @param state null when no contact has been asked
   */
  public static List<IntroductionStep> possibleIn(IntroductionState state) {
    return Arrays.stream(values()).filter(step -> step.isPossibleIn(state)).toList();
  }
}
