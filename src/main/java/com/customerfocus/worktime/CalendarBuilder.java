package com.customerfocus.worktime;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/** Builds a calendar from its settings, or reports what is wrong with them. */
class CalendarBuilder {

  private static final int WEEK = DayOfWeek.values().length;
  private static final Map<String, List<String>> OFFICE_HOURS =
      Map.of("monday-friday", List.of("09:00-17:00"));

  private final String name;
  private final WorkingTimeProperties.Entry entry;
  private final Clock clock;

  /**
   * @param clock its zone is the default of calendars
   */
  CalendarBuilder(String name, WorkingTimeProperties.Entry entry, Clock clock) {
    this.name = name;
    this.entry = entry;
    this.clock = clock;
  }

  /** The default calendar of an installation without configured ones. */
  static WorkingCalendar officeHours(Clock clock) {
    var nothing = new WorkingTimeProperties.Entry(null, null, null, null, null, null);
    return new CalendarBuilder("default", nothing, clock).build();
  }

  /**
   * @throws InvalidSettingException when the settings make no calendar
   */
  WorkingCalendar build() {
    var calendar = new WorkingCalendar(zone(), week(), holidays().or(closedDays()));
    try {
      calendar.after(clock.instant(), WorkingAmount.days(1));
    } catch (DateTimeException e) {
      throw unusable(
          "closed-days", "From now on it is never open.", "Leave days on which people work.");
    }
    return calendar;
  }

  private ZoneId zone() {
    if (Texts.isBlank(entry.zone())) {
      // As a region, since an offset has no name that people read.
      return TimeZone.getTimeZone(clock.getZone()).toZoneId();
    }
    try {
      return ZoneId.of(Texts.strip(entry.zone()));
    } catch (DateTimeException e) {
      throw unusable(
          "zone",
          "There is no time zone \"%s\".".formatted(entry.zone()),
          "Name a zone such as Europe/Madrid or America/Denver.");
    }
  }

  private Map<DayOfWeek, List<OpenHours>> week() {
    var week = new EnumMap<DayOfWeek, List<OpenHours>>(DayOfWeek.class);
    (entry.hours().isEmpty() ? OFFICE_HOURS : entry.hours())
        .forEach(
            (days, hours) ->
                weekdays(days)
                    .forEach(
                        day ->
                            week.computeIfAbsent(day, none -> new ArrayList<>())
                                .addAll(hours.stream().map(this::hours).toList())));
    week.values().forEach(hours -> hours.sort(null));
    if (week.values().stream().allMatch(List::isEmpty)) {
      throw unusable(
          "hours", "It is never open.", "Give at least one weekday hours, such as 09:00-17:00.");
    }
    checkOverlap(week);
    return week;
  }

  private Stream<DayOfWeek> weekdays(String text) {
    var ends = Arrays.stream(text.split("-", -1)).map(it -> weekday(it, text)).toList();
    if (ends.size() > 2) {
      throw noWeekday(text);
    }
    var first = ends.get(0);
    var last = ends.get(ends.size() - 1);
    return Stream.iterate(first, day -> day.plus(1))
        .limit(1L + Math.floorMod(last.getValue() - first.getValue(), WEEK));
  }

  private DayOfWeek weekday(String word, String text) {
    try {
      return DayOfWeek.valueOf(Texts.strip(word).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw noWeekday(text);
    }
  }

  private InvalidSettingException noWeekday(String text) {
    return unusable(
        "hours",
        "\"%s\" is no weekday.".formatted(text),
        "Write weekdays in English, such as friday or monday-thursday.");
  }

  private OpenHours hours(String text) {
    try {
      return OpenHours.parse(text);
    } catch (IllegalArgumentException e) {
      throw unusable(
          "hours",
          e.getMessage() + ".",
          "Write hours such as 09:00-13:30; a day ends at 24:00, and 22:00-06:00 ends on the next"
              + " day.");
    }
  }

  private void checkOverlap(Map<DayOfWeek, List<OpenHours>> week) {
    Duration closed = null;
    for (var day = 0; day < 2 * WEEK; day++) {
      var weekday = DayOfWeek.of(1 + day % WEEK);
      for (var hours : week.getOrDefault(weekday, List.of())) {
        var midnight = Duration.ofDays(day);
        if (closed != null && midnight.plus(hours.from()).compareTo(closed) < 0) {
          throw unusable(
              "hours",
              "Hours of %s begin before the hours before them end."
                  .formatted(StringUtils.capitalize(weekday.name().toLowerCase(Locale.ROOT))),
              "Write hours that do not overlap; those over midnight reach into the next day.");
        }
        closed = midnight.plus(hours.to());
      }
    }
  }

  private Predicate<LocalDate> holidays() {
    if (Texts.isBlank(entry.country())) {
      if (!Texts.isBlank(entry.region())) {
        throw unusable(
            "region",
            "It names the region \"%s\" of no country.".formatted(entry.region()),
            "Name the country, too, such as country: es");
      }
      return day -> false;
    }
    var ofTheCountry = known("country", () -> PublicHolidays.of(Texts.strip(entry.country())));
    return !Texts.isBlank(entry.region())
        ? known("region", () -> ofTheCountry.in(Texts.strip(entry.region())))
        : ofTheCountry;
  }

  private PublicHolidays known(String setting, Supplier<PublicHolidays> holidays) {
    try {
      return holidays.get();
    } catch (IllegalArgumentException e) {
      throw unusable(
          setting,
          e.getMessage() + ".",
          "Name one of these, or name none and list the holidays as closed-days.");
    }
  }

  private Predicate<LocalDate> closedDays() {
    return entry.closedDays().stream()
        .map(this::closedDays)
        .reduce(Predicate::or)
        .orElse(day -> false);
  }

  private Predicate<LocalDate> closedDays(String text) {
    try {
      var ends = text.split("\\.\\.", -1);
      var first = LocalDate.parse(Texts.strip(ends[0]));
      var last = LocalDate.parse(Texts.strip(ends[ends.length - 1]));
      if (ends.length <= 2 && !last.isBefore(first)) {
        return day -> !day.isBefore(first) && !day.isAfter(last);
      }
    } catch (DateTimeException e) {
      // Reported below.
    }
    throw unusable(
        "closed-days",
        "\"%s\" is no day.".formatted(text),
        "Write days such as 2026-12-24, or from one to another such as 2026-12-24..2026-12-31.");
  }

  private InvalidSettingException unusable(String setting, String problem, String action) {
    return new InvalidSettingException(
        "The working time calendar \"%s\" cannot be used. %s".formatted(name, problem),
        "%s It is the setting %s.calendars.%s.%s"
            .formatted(action, WorkingTimeProperties.PREFIX, name, setting));
  }
}
