package com.customerfocus.support;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as forms and files write them. */
public final class Days {

  /** Earlier days are slips of the pen; computing with years far away overflows. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /** Systems write the last one for an open end. */
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** Midnight after a day says nothing; another time would be half a day. */
  private static final Pattern MIDNIGHT = Pattern.compile("[ T]00:00(?::00(?:\\.0{1,9})?)?$");

  private Days() {}

  /**
   * The day of a text such as {@code 2026-03-02} or {@code 2026-03-02 00:00:00}; empty for other
   * texts, among them days before 1900 or after 9999.
   */
  public static Optional<LocalDate> of(String text) {
    if (text == null || text.length() > 40) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(MIDNIGHT.matcher(text).replaceFirst("")))
          .filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
