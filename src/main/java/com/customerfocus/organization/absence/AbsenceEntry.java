package com.customerfocus.organization.absence;

import com.customerfocus.support.Texts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An absence as entered in the form.
 *
 * @param kind {@link #AWAY}, {@link #BACK} or {@link #FORGET}
 * @param from the first day, such as {@code 2026-03-02}
 * @param until the last day, included
 * @param deputy employee id or name, or empty
 * @param person employee id or name of the absent person; empty for the author
 */
public record AbsenceEntry(String kind, String from, String until, String deputy, String person) {

  /** The person will be away. */
  static final String AWAY = "away";

  /** The person is back, or will not go away after all. */
  static final String BACK = "back";

  /** Discard the entry. */
  static final String FORGET = "forget";

  /** The author is away, with this deputy. */
  public static AbsenceEntry away(LocalDate from, LocalDate until, String deputy) {
    return new AbsenceEntry(AWAY, from.toString(), until.toString(), deputy, null);
  }

  Optional<String> deputyTyped() {
    return typed(deputy);
  }

  Optional<String> personTyped() {
    return typed(person);
  }

  private static Optional<String> typed(String text) {
    return Optional.ofNullable(Texts.stripToNull(text));
  }
}
