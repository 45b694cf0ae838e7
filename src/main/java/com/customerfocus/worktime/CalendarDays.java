package com.customerfocus.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Open hours of each day of a calendar: those of its weekday, none on a holiday or closed day, and
 * on an open day again those of its weekday or its own. Closed hours are taken from the hours of
 * each day, open days too.
 *
 * <p>Hours belong to the day on which they begin: a holiday leaves the night before it. Closed
 * hours are those of the clock on the wall instead: those after midnight are taken from the night
 * before.
 */
class CalendarDays {

  private final Map<DayOfWeek, List<OpenHours>> week;
  private final Function<LocalDate, Optional<String>> holidays;
  private final List<DatedHours> closed;
  private final List<DatedHours> closedHours;
  private final List<DatedHours> open;

  /**
   * @param week hours by weekday, in order, without overlap
   * @param holidays name of the holiday that a day is
   * @param closed whole days and hours
   * @param open days that neither a holiday nor a closed day closes
   */
  CalendarDays(
      Map<DayOfWeek, List<OpenHours>> week,
      Function<LocalDate, Optional<String>> holidays,
      List<DatedHours> closed,
      List<DatedHours> open) {
    this.week = Map.copyOf(week);
    this.holidays = holidays;
    this.closed = closed.stream().filter(DatedHours::isWholeDay).toList();
    this.closedHours = closed.stream().filter(it -> !it.isWholeDay()).toList();
    this.open = List.copyOf(open);
  }

  /** In order, without overlap; hours over midnight reach into the next day. */
  List<OpenHours> hours(LocalDate day) {
    var hours = withoutClosedHours(day);
    if (hours.isEmpty() || closedHours.isEmpty()) {
      return hours;
    }
    var taken =
        IntStream.rangeClosed(-1, 1)
            .boxed()
            .flatMap(
                days ->
                    on(closedHours, day.plusDays(days))
                        .map(it -> it.hours().orElseThrow().shifted(days)))
            .toList();
    for (var each : taken) {
      hours = hours.stream().flatMap(it -> it.without(each)).toList();
    }
    return hours;
  }

  /** Days whose hours are not those of their weekday, or would not be if they were no open day. */
  List<SpecialDay> special(LocalDate from, LocalDate until) {
    return from.datesUntil(until).flatMap(day -> special(day).stream()).toList();
  }

  private Optional<SpecialDay> special(LocalDate day) {
    var hours = hours(day);
    var usual = ofWeekday(day);
    var isOpened = on(open, day).findAny().isPresent() && (isClosed(day) || !hours.equals(usual));
    if (hours.equals(usual) && !isOpened) {
      return Optional.empty();
    }
    return Optional.of(
        new SpecialDay(
            day, holidays.apply(day), hours.stream().map(OpenHours::toString).toList(), isOpened));
  }

  private List<OpenHours> withoutClosedHours(LocalDate day) {
    var opened = on(open, day).toList();
    var ownHours = opened.stream().flatMap(it -> it.hours().stream()).sorted().toList();
    if (!ownHours.isEmpty()) {
      return ownHours;
    }
    var hours = ofWeekday(day);
    return hours.isEmpty() || opened.isEmpty() && isClosed(day) ? List.of() : hours;
  }

  private List<OpenHours> ofWeekday(LocalDate day) {
    return week.getOrDefault(day.getDayOfWeek(), List.of());
  }

  private boolean isClosed(LocalDate day) {
    return on(closed, day).findAny().isPresent() || holidays.apply(day).isPresent();
  }

  private static Stream<DatedHours> on(List<DatedHours> days, LocalDate day) {
    return days.stream().filter(it -> it.covers(day));
  }
}
