package com.customerfocus.handoff.rating;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;

/**
 * What a person says about a handoff, as entered in a form or sent by a page.
 *
 * @param score 1 to 5, 5 is the best
 * @param note why; may be missing
 * @param thanked name, mail address or employee id of a person to thank; may be missing
 * @param thanks what for
 */
public record RatingWord(String score, String note, String thanked, String thanks) {

  /** Maximum characters of the note, and of the thanks. */
  static final int LONGEST = 2_000;

  /** Whether nothing was entered. */
  boolean isEmpty() {
    return Texts.isBlank(score)
        && Texts.isBlank(note)
        && Texts.isBlank(thanked)
        && Texts.isBlank(thanks);
  }

  /**
   * The score.
   *
   * @throws InvalidInputException when it is missing, or no whole number from 1 to 5
   */
  int points() {
    var typed = score == null ? "" : Texts.strip(score);
    if (!typed.matches("[1-5]")) {
      throw new InvalidInputException("refusal.rating.score");
    }
    return typed.charAt(0) - '0';
  }

  /**
   * The note, or null.
   *
   * @throws InvalidInputException when it is too long
   */
  String remark() {
    return Inputs.limited(note, LONGEST, "refusal.rating.note-too-long");
  }

  /**
   * What the person is thanked for; null without a person.
   *
   * @throws InvalidInputException when the person, the sentence, or room for it is missing
   */
  String thanksInWords() {
    var said = Inputs.limited(thanks, LONGEST, "refusal.rating.thanks-too-long");
    if (Texts.isBlank(thanked)) {
      if (said != null) {
        throw new InvalidInputException("refusal.rating.thanked-missing");
      }
      return null;
    }
    return Inputs.required(said, "refusal.rating.thanks-missing");
  }
}
