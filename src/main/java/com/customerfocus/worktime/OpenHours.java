package com.customerfocus.worktime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * Open hours of a day. Hours over midnight, such as {@code 22:00-06:00}, belong to the day on which
 * they begin.
 *
 * @param from since the day's midnight on the wall clock
 * @param to likewise; more than 24 hours is on the next day
 */
record OpenHours(Duration from, Duration to) implements Comparable<OpenHours> {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Pattern FORMAT =
      Pattern.compile("\\s*(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})\\s*");

  /**
   * @param text such as {@code 09:00-13:30}; a day ends at {@code 24:00}
   * @throws IllegalArgumentException when it is invalid, with the reason
   */
  static OpenHours parse(String text) {
    var match = FORMAT.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("\"%s\" are no hours".formatted(text));
    }
    var from = time(match.group(1));
    var to = time(match.group(2));
    if (from.equals(to) || from.equals(DAY)) {
      throw new IllegalArgumentException("\"%s\" has no time in it".formatted(text));
    }
    return new OpenHours(from, to.compareTo(from) < 0 ? to.plus(DAY) : to);
  }

  private static Duration time(String text) {
    if (text.equals("24:00")) {
      return DAY;
    }
    try {
      return Duration.between(
          LocalTime.MIN, LocalTime.parse(text.length() < 5 ? "0" + text : text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("\"%s\" is no time of day".formatted(text));
    }
  }

  LocalDateTime opens(LocalDate day) {
    return day.atStartOfDay().plus(from);
  }

  LocalDateTime closes(LocalDate day) {
    return day.atStartOfDay().plus(to);
  }

  @Override
  public int compareTo(OpenHours other) {
    return from.compareTo(other.from);
  }
}
