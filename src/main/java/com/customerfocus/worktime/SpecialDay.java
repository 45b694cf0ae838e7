package com.customerfocus.worktime;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A day on which a calendar does not have the hours of the weekday.
 *
 * @param holiday English name of the public holiday, if it is one
 * @param hours such as {@code 09:00-13:00}; none on a closed day
 * @param isOpened whether {@code open-days} names it
 */
public record SpecialDay(
    LocalDate day, Optional<String> holiday, List<String> hours, boolean isOpened) {

  /** Such as {@code 2026-12-25 Christmas} or {@code 2026-12-24 open 09:00-13:00}. */
  @Override
  public String toString() {
    if (hours.isEmpty()) {
      return "%s %s".formatted(day, holiday.orElse("closed"));
    }
    return "%s open %s".formatted(day, String.join(" ", hours));
  }
}
