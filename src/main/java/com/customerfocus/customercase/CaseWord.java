package com.customerfocus.customercase;

import com.customerfocus.customercase.news.NewsEntry;
import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.Priority;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.Set;

/**
 * What an owner says in a step of a case, as entered in a form or sent by a page. Each step needs
 * some of it.
 *
 * @param decision name of the {@link CaseStep}
 * @param way how the customer was told: {@code MAIL} to tell them now, {@code CALL} when they have
 *     been told in a call; null for MAIL
 * @param words for the customer to read, or what was said in a call
 * @param nextNews ISO 8601 day or local time of the next news on the owner's clock, or null
 * @param calledAt the same of a call that was; null for now
 * @param corrects number of wrong news, or null
 * @param note for us alone
 * @param date the same of the moment when what is not known will be known
 * @param partner id or name of the department that can put it right
 * @param need what that department is asked for
 * @param doneWhen what done looks like then
 * @param wished when the partner is wished to have done it, on the partner's clock
 * @param priority a {@link Priority}
 * @param kind a {@link CaseKind}; null leaves it as it is
 * @param answeredAt ISO 8601 local time, on the owner's clock, at which the customer had the answer
 *     that a law demands; null for now
 */
public record CaseWord(
    String decision,
    String way,
    String words,
    String nextNews,
    String calledAt,
    String corrects,
    String note,
    String date,
    String partner,
    String need,
    String doneWhen,
    String wished,
    String priority,
    String kind,
    String answeredAt) {

  /** Maximum characters of a note. */
  static final int LONGEST = 4_000;

  private static final String BY_CALL = "CALL";

  /**
   * The customer is told.
   *
   * @param way {@code MAIL} or {@code CALL}; null for MAIL
   */
  public static CaseWord telling(CaseStep step, String way, String words, String calledAt) {
    return new CaseWord(
        step.name(),
        way,
        words,
        null,
        calledAt,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** A step with what is noted for us alone. */
  public static CaseWord noting(CaseStep step, String note) {
    return new CaseWord(
        step.name(),
        null,
        null,
        null,
        null,
        null,
        note,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Whether the form of another step says that the case is of another kind. */
  boolean changesKind(CustomerCase about) {
    return !CaseStep.CHANGE_KIND.name().equals(decision)
        && !Texts.isBlank(kind)
        && !kind.equals(about.kind().name());
  }

  /** The kind alone. */
  CaseWord ofKind() {
    return new CaseWord(
        CaseStep.CHANGE_KIND.name(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        kind,
        null);
  }

  /**
   * The step that was chosen.
   *
   * @param possible the steps of the form
   * @throws InvalidInputException when none of them was chosen
   */
  CaseStep step(Set<CaseStep> possible) {
    return possible.stream()
        .filter(step -> step.name().equals(decision))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("refusal.case.decision"));
  }

  /** The note, which may be missing. */
  String remark() {
    return Inputs.limited(note, LONGEST, "refusal.case.too-long");
  }

  /**
   * What the step has to note.
   *
   * @param whenMissing key of what the person reads when it is missing or says too little
   */
  String noted(String whenMissing) {
    return Inputs.said(note, LONGEST, "refusal.case.too-long", whenMissing);
  }

  /** Whether the customer was told in a call. */
  boolean isByCall() {
    return BY_CALL.equals(way);
  }

  /** News for the customer, or what was said in a call. */
  NewsEntry news() {
    return new NewsEntry(words, nextNews, calledAt, corrected());
  }

  private Long corrected() {
    if (Texts.isBlank(corrects)) {
      return null;
    }
    if (!corrects.matches("\\d{1,18}")) {
      throw new InvalidInputException("refusal.case.not-to-correct");
    }
    return Long.valueOf(corrects);
  }

  /**
   * What a partner department is asked for.
   *
   * @param told what the customer was told last, or null
   */
  HandoffRequest handoff(CustomerCase about, String told) {
    return new HandoffRequest(
        partner,
        about.customerReference(),
        need,
        null,
        told,
        doneWhen,
        wished,
        about.priority().name(),
        null);
  }

  /** The priority entered; NORMAL where none was. */
  static Priority priority(String entered) {
    return one(entered, Priority.NORMAL, "refusal.case.priority");
  }

  /** The kind entered; OTHER where none was. */
  static CaseKind kind(String entered) {
    return one(entered, CaseKind.OTHER, "refusal.case.kind");
  }

  private static <T extends Enum<T>> T one(String entered, T usual, String whenUnknown) {
    if (Texts.isBlank(entered)) {
      return usual;
    }
    for (var it : usual.getDeclaringClass().getEnumConstants()) {
      if (it.name().equals(entered)) {
        return it;
      }
    }
    throw new InvalidInputException(whenUnknown);
  }
}
