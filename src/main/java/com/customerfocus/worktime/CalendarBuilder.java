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
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/** Builds a calendar from its settings, or reports what is wrong with them. */
class CalendarBuilder {

  /** Name of the calendar of {@link #officeHours}. */
  static final String WITHOUT_SETTINGS = "default";

  private static final int WEEK = DayOfWeek.values().length;
  private static final int MOST_DAYS = 400;
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
    var nothing = new WorkingTimeProperties.Entry(null, null, null, null, null, null, null);
    return new CalendarBuilder(WITHOUT_SETTINGS, nothing, clock).build();
  }

  /**
   * @throws InvalidSettingException when the settings make no calendar
   */
  WorkingCalendar build() {
    var week = week();
    var closed = dated("closed-days", entry.closedDays());
    var open = dated("open-days", entry.openDays());
    var days = new CalendarDays(week, holidays(), closed, open);
    open.forEach(it -> checkOpen(it, week, closed, days));
    var calendar = new WorkingCalendar(zone(), days);
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
    var days =
        IntStream.range(0, 2 * WEEK)
            .mapToObj(day -> week.getOrDefault(DayOfWeek.of(1 + day % WEEK), List.of()))
            .toList();
    firstOverlap(days)
        .ifPresent(
            day -> {
              throw overlap("hours", nameOf(DayOfWeek.of(1 + day % WEEK)));
            });
  }

  /**
   * An open day's own hours may reach into those of the next day, or begin during the last night.
   */
  private void checkOpen(
      DatedHours open,
      Map<DayOfWeek, List<OpenHours>> week,
      List<DatedHours> closed,
      CalendarDays days) {
    // Weekdays repeat; what a later day of many years overlaps with is not worth the search.
    var first = open.first().datesUntil(open.last().plusDays(1)).limit(MOST_DAYS).toList();
    if (open.isWholeDay()
        && first.stream()
            .allMatch(day -> week.getOrDefault(day.getDayOfWeek(), List.of()).isEmpty())) {
      throw unusable(
          "open-days",
          "%s is a %s, which has no hours.".formatted(open.first(), nameOf(open.first())),
          "Write the hours, too, such as %s 09:00-14:00.".formatted(open.first()));
    }
    if (open.isWholeDay() && open.isOneDay() && closed.contains(open)) {
      throw unusable(
          "open-days",
          "%s is both an open and a closed day.".formatted(open.first()),
          "Leave it in open-days or in closed-days.");
    }
    for (var day : open.isWholeDay() ? List.<LocalDate>of() : first) {
      var around = Stream.of(day.minusDays(1), day, day.plusDays(1)).map(days::hours).toList();
      firstOverlap(around)
          .ifPresent(
              it -> {
                throw overlap("open-days", day.plusDays(it - 1).toString());
              });
    }
  }

  /** The first of successive days with hours that begin before the hours before them end. */
  private static Optional<Integer> firstOverlap(List<List<OpenHours>> days) {
    Duration closed = null;
    for (var day = 0; day < days.size(); day++) {
      for (var hours : days.get(day)) {
        var midnight = Duration.ofDays(day);
        if (closed != null && midnight.plus(hours.from()).compareTo(closed) < 0) {
          return Optional.of(day);
        }
        closed = midnight.plus(hours.to());
      }
    }
    return Optional.empty();
  }

  private InvalidSettingException overlap(String setting, String day) {
    return unusable(
        setting,
        "Hours of %s begin before the hours before them end.".formatted(day),
        "Write hours that do not overlap; those over midnight reach into the next day.");
  }

  private static String nameOf(LocalDate day) {
    return nameOf(day.getDayOfWeek());
  }

  private static String nameOf(DayOfWeek day) {
    return StringUtils.capitalize(day.name().toLowerCase(Locale.ROOT));
  }

  private Function<LocalDate, Optional<String>> holidays() {
    if (Texts.isBlank(entry.country())) {
      if (!Texts.isBlank(entry.region())) {
        throw unusable(
            "region",
            "It names the region \"%s\" of no country.".formatted(entry.region()),
            "Name the country, too, such as country: es");
      }
      return day -> Optional.empty();
    }
    var ofTheCountry = known("country", () -> PublicHolidays.of(Texts.strip(entry.country())));
    var holidays =
        !Texts.isBlank(entry.region())
            ? known("region", () -> ofTheCountry.in(Texts.strip(entry.region())))
            : ofTheCountry;
    return holidays::name;
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

  private List<DatedHours> dated(String setting, List<String> days) {
    return days.stream().map(text -> dated(setting, text)).toList();
  }

  private DatedHours dated(String setting, String text) {
    try {
      return DatedHours.parse(text);
    } catch (IllegalArgumentException e) {
      throw unusable(
          setting,
          e.getMessage() + ".",
          "Write days such as 2026-12-24, from one to another such as 2026-12-24..2026-12-31, or"
              + " hours of a day such as 2026-12-24 13:00-17:00.");
    }
  }

  private InvalidSettingException unusable(String setting, String problem, String action) {
    return new InvalidSettingException(
        "The working time calendar \"%s\" cannot be used. %s".formatted(name, problem),
        "%s It is the setting %s.calendars.%s.%s"
            .formatted(action, WorkingTimeProperties.PREFIX, name, setting));
  }
}
