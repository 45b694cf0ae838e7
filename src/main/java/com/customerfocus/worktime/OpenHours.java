package com.customerfocus.worktime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

  /** The same hours as seen from another day: the one that lies this number of days before. */
  OpenHours shifted(int days) {
    return new OpenHours(from.plusDays(days), to.plusDays(days));
  }

  /** What is left of these hours without the others: none, one or two parts. */
  Stream<OpenHours> without(OpenHours others) {
    return Stream.of(
            new OpenHours(from, earlier(to, others.from)),
            new OpenHours(later(from, others.to), to))
        .filter(part -> part.from.compareTo(part.to) < 0);
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  LocalDateTime opens(LocalDate day) {
    return day.atStartOfDay().plus(from);
  }

  LocalDateTime closes(LocalDate day) {
    return day.atStartOfDay().plus(to);
  }

  /** As an administrator writes them. */
  @Override
  public String toString() {
    return "%s-%s".formatted(text(from), text(to));
  }

  private static String text(Duration time) {
    var ofDay = time.compareTo(DAY) > 0 ? time.minus(DAY) : time;
    return "%02d:%02d".formatted(ofDay.toHours(), ofDay.toMinutesPart());
  }

  @Override
  public int compareTo(OpenHours other) {
    return from.compareTo(other.from);
  }
}
