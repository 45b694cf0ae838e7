package com.customerfocus.handoff;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.NameKey;
import com.customerfocus.support.Texts;
import java.util.Set;

/**
 * What a person says in a step of a handoff, as entered in a form or sent by a page. Each step
 * needs some of it.
 *
 * @param decision name of the {@link HandoffStep}
 * @param date ISO 8601 day or local time on the clock of the partner
 * @param note what the step has to say: an answer, a question, what was delivered, what is missing
 * @param comment a note that may be missing
 * @param reason a {@link BounceReason}
 * @param possible what is possible instead
 * @param colleague name, mail address or employee id of the person who gets it
 * @param partner id or name of another department
 * @param need a changed request, or what is asked of another department
 * @param doneWhen what done looks like then
 * @param priority a {@link Priority}
 */
public record HandoffWord(
    String decision,
    String date,
    String note,
    String comment,
    String reason,
    String possible,
    String colleague,
    String partner,
    String need,
    String doneWhen,
    String priority) {

  /** Maximum characters of a comment. */
  static final int LONGEST = 4_000;

  /** Minimum characters of a comment that the other side needs. */
  private static final int SHORTEST = 10;

  /**
   * The step that was chosen.
   *
   * @param possible the steps of the form
   * @throws InvalidInputException when none of them was chosen
   */
  HandoffStep step(Set<HandoffStep> possible) {
    return possible.stream()
        .filter(step -> step.name().equals(decision))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("refusal.form.choice"));
  }

  /** The note that may be missing. */
  String remark() {
    return Inputs.limited(
        Texts.isBlank(note) ? comment : note, LONGEST, "refusal.handoff.note-too-long");
  }

  /**
   * What the step has to say.
   *
   * @param whenMissing key of what the person reads when it is missing or says too little
   */
  String said(String whenMissing) {
    var said = Inputs.limited(note, LONGEST, "refusal.handoff.note-too-long");
    if (said == null || said.length() < SHORTEST) {
      throw new InvalidInputException(whenMissing);
    }
    return said;
  }

  /** What is possible instead, which is a sentence of its own. */
  String alternative(String reasonInWords) {
    var said = Inputs.limited(possible, LONGEST, "refusal.handoff.note-too-long");
    if (said == null
        || said.length() < SHORTEST
        || lettersOf(said).equals(lettersOf(reasonInWords))) {
      throw new InvalidInputException("refusal.handoff.possible");
    }
    return said;
  }

  private static String lettersOf(String text) {
    return NameKey.of(text).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  BounceReason bounceReason(HandoffStep.Side side) {
    for (var one : BounceReason.values()) {
      if (one.side() == side && one.name().equals(reason)) {
        return one;
      }
    }
    throw new InvalidInputException("refusal.handoff.reason");
  }

  /** The priority entered; NORMAL where none was. */
  static Priority priority(String entered) {
    if (Texts.isBlank(entered)) {
      return Priority.NORMAL;
    }
    for (var one : Priority.values()) {
      if (one.name().equals(entered)) {
        return one;
      }
    }
    throw new InvalidInputException("refusal.handoff.priority");
  }
}
