package com.customerfocus.cascade.correction;

import com.customerfocus.cascade.CorrectionKind;
import com.customerfocus.cascade.MemoDraft;
import com.customerfocus.cascade.MemoVersion;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;

/**
 * A correction as its author typed it; nothing in it has been checked.
 *
 * @param decision what is to be done with it: {@link #REVIEW} or {@link #DROP}
 * @param kind {@link #EDITORIAL} or {@link #MATERIAL}
 * @param whatChanged one or two sentences for those who read the memo before; may stay empty for an
 *     editorial one
 * @param whatChangedEs the same in Spanish, or empty
 */
public record Correction(
    String decision,
    String title,
    String body,
    String titleEs,
    String bodyEs,
    String figures,
    String kind,
    @Size(max = 1_000, message = "refusal.correction.words-too-long") String whatChanged,
    @Size(max = 1_000, message = "refusal.correction.words-es-too-long") String whatChangedEs) {

  public static final String REVIEW = "review";
  public static final String DROP = "drop";
  public static final String EDITORIAL = "editorial";
  public static final String MATERIAL = "material";

  /** The memo as it is, to be changed. */
  static Correction of(MemoDraft memo) {
    return new Correction(
        REVIEW,
        memo.title(),
        memo.body(),
        memo.titleEs(),
        memo.bodyEs(),
        memo.figures(),
        null,
        null,
        null);
  }

  /**
   * Whether it is to be dropped.
   *
   * @throws InvalidInputException when it does not say what is to be done
   */
  boolean isDropped() {
    if (!REVIEW.equals(decision) && !DROP.equals(decision)) {
      throw new InvalidInputException("refusal.correction.decision");
    }
    return DROP.equals(decision);
  }

  CorrectionKind correctionKind() {
    return EDITORIAL.equals(kind) || MATERIAL.equals(kind)
        ? CorrectionKind.valueOf(kind.toUpperCase(Locale.ROOT))
        : null;
  }

  /** What has changed, in the author's words, or null. */
  String words() {
    return Texts.stripToNull(whatChanged);
  }

  /** The same in Spanish, or null. */
  String wordsEs() {
    return Texts.stripToNull(whatChangedEs);
  }

  /** The memo as it would be, tidied. */
  MemoDraft applyTo(MemoDraft memo) {
    return new MemoDraft(
            lines(title),
            lines(body),
            lines(titleEs),
            lines(bodyEs),
            lines(figures),
            memo.department(),
            memo.daysToBrief(),
            memo.daysToAcknowledge(),
            memo.reminderDays())
        .tidy();
  }

  /**
   * The memo's next version, to be reviewed.
   *
   * @param memo as people read it now
   * @param writtenBy employee id
   * @throws InvalidInputException when something is missing or too long, or nothing would change
   */
  MemoVersion toVersion(int version, MemoDraft memo, String writtenBy) {
    check(memo);
    var corrected = applyTo(memo);
    return new MemoVersion(
        version,
        correctionKind(),
        corrected.title(),
        corrected.body(),
        corrected.titleEs(),
        corrected.bodyEs(),
        corrected.figures(),
        words(),
        wordsEs(),
        writtenBy,
        null,
        null);
  }

  /**
   * Refuses what cannot be taken, in words for its author.
   *
   * @param memo as people read it now
   * @throws InvalidInputException when something is missing or too long, or nothing would change
   */
  void check(MemoDraft memo) {
    var corrected = applyTo(memo);
    corrected.problems().stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new InvalidInputException(
                  "refusal.memo.problem", problem.field(), problem.why());
            });
    if (correctionKind() == null) {
      throw new InvalidInputException("refusal.correction.kind");
    }
    if (Objects.equals(corrected, withPlainLines(memo))) {
      throw new InvalidInputException("refusal.correction.same");
    }
    if (correctionKind() == CorrectionKind.MATERIAL && words() == null) {
      throw new InvalidInputException("refusal.correction.words");
    }
    Inputs.check(this);
  }

  /** Browsers end lines in their own way; that is no change. */
  private static MemoDraft withPlainLines(MemoDraft memo) {
    return of(memo).applyTo(memo);
  }

  private static String lines(String text) {
    return text == null ? null : text.replace("\r\n", "\n");
  }
}
