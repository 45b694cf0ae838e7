package com.customerfocus.organization.absence;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.util.StringUtils;

/**
 * What somebody typed about an absence.
 *
 * @param kind {@link #AWAY}, {@link #BACK} or {@link #FORGET}
 * @param from the first day, such as {@code 2026-03-02}
 * @param until the last day, included
 * @param deputy employee id or name, or nothing
 * @param person employee id or name of who is away; nothing when it is the one who typed this
 */
public record AbsenceEntry(String kind, String from, String until, String deputy, String person) {

  /** Someone will be away. */
  static final String AWAY = "away";

  /** Someone is back, or will not go away after all. */
  static final String BACK = "back";

  /** Nothing is to change. */
  static final String FORGET = "forget";

  /** I will be away, and this person acts for me. */
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
    return Optional.ofNullable(text).map(String::strip).filter(StringUtils::hasText);
  }
}
