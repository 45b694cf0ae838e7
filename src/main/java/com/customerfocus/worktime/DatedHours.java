package com.customerfocus.worktime;

import com.customerfocus.support.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A day or several, or the same hours of each of them, as an administrator writes them in {@code
 * closed-days} and {@code open-days}.
 *
 * @param last the same as the first for one day
 * @param hours of each of the days; empty for whole days
 */
record DatedHours(LocalDate first, LocalDate last, Optional<OpenHours> hours) {

  /**
   * @param text such as {@code 2026-12-24}, {@code 2026-12-24..2026-12-31} or {@code 2026-12-24
   *     13:00-17:00}
   * @throws IllegalArgumentException when it is invalid, with the reason
   */
  static DatedHours parse(String text) {
    var parts = Texts.strip(text).replaceAll("\\s*\\.\\.\\s*", "..").split("\\s+", 2);
    var ends = parts[0].split("\\.\\.", -1);
    try {
      var first = LocalDate.parse(ends[0]);
      var last = LocalDate.parse(ends[ends.length - 1]);
      if (ends.length <= 2 && !last.isBefore(first)) {
        return new DatedHours(
            first,
            last,
            parts.length == 1 ? Optional.empty() : Optional.of(OpenHours.parse(parts[1])));
      }
    } catch (DateTimeException e) {
      // Reported below.
    }
    throw new IllegalArgumentException("\"%s\" is no day".formatted(text));
  }

  boolean isWholeDay() {
    return hours.isEmpty();
  }

  boolean isOneDay() {
    return first.equals(last);
  }

  boolean covers(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
