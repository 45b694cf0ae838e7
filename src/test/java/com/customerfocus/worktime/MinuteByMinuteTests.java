package com.customerfocus.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Open time against a count of each single minute by what the clock on the wall shows. Hours do not
 * begin or end within an hour that comes twice: there, {@link WorkingCalendar} means the first.
 */
class MinuteByMinuteTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

  /** Zones and a day of each around which its clock changes; the last two have no change. */
  private static final Map<String, LocalDate> ZONES =
      Map.ofEntries(
          Map.entry("Europe/Madrid", LocalDate.of(2026, 3, 29)),
          Map.entry("Europe/London", LocalDate.of(2026, 10, 25)),
          Map.entry("Atlantic/Azores", LocalDate.of(2026, 10, 25)),
          Map.entry("America/Denver", LocalDate.of(2026, 3, 8)),
          Map.entry("America/New_York", LocalDate.of(2026, 11, 1)),
          Map.entry("America/St_Johns", LocalDate.of(2026, 11, 1)),
          Map.entry("America/Santiago", LocalDate.of(2026, 9, 6)),
          Map.entry("America/Havana", LocalDate.of(2026, 3, 8)),
          Map.entry("Africa/Cairo", LocalDate.of(2026, 4, 24)),
          Map.entry("Asia/Beirut", LocalDate.of(2026, 3, 29)),
          Map.entry("Australia/Lord_Howe", LocalDate.of(2026, 4, 5)),
          Map.entry("Pacific/Auckland", LocalDate.of(2026, 9, 27)),
          Map.entry("Asia/Kathmandu", LocalDate.of(2026, 6, 1)),
          Map.entry("UTC", LocalDate.of(2026, 12, 31)));

  /** Weekly hours, closed and open days; {@code 0} is the day of the change, {@code -1} before. */
  private enum Kind {
    OFFICE(Map.of("monday-friday", List.of("09:00-13:00", "14:30-17:45")), List.of(), List.of()),
    NIGHT(Map.of("monday-sunday", List.of("22:00-06:00")), List.of("2"), List.of()),
    HALF_DAYS(
        Map.of("monday-sunday", List.of("08:00-18:30")),
        List.of("-1 13:00-19:00", "0 00:00-10:15", "1 12:00-12:30", "2..3"),
        List.of("3")),
    HALF_NIGHTS(
        Map.of("monday-sunday", List.of("21:00-05:00")),
        List.of("-1 22:30-04:00", "1 03:30-05:00", "2 21:00-24:00", "3 23:00-04:30"),
        List.of()),
    OPEN_DAYS(
        Map.of("monday-friday", List.of("09:00-17:00")),
        List.of("-3..3", "0 10:30-11:00"),
        List.of("0 08:00-12:00", "0 15:00-20:00", "1 20:00-24:00", "-1..1 06:30-07:30")),
    ALWAYS(
        Map.of("monday-sunday", List.of("00:00-24:00")),
        List.of("0 04:00-23:30", "1", "3 00:00-24:00"),
        List.of());

    private final Map<String, List<String>> hours;
    private final List<String> closed;
    private final List<String> open;

    Kind(Map<String, List<String>> hours, List<String> closed, List<String> open) {
      this.hours = hours;
      this.closed = closed;
      this.open = open;
    }

    private static List<String> around(LocalDate day, List<String> texts) {
      return texts.stream().map(text -> around(day, text)).toList();
    }

    private static String around(LocalDate day, String text) {
      var parts = text.split(" ", 2);
      var dates =
          Stream.of(parts[0].split("\\.\\."))
              .map(days -> day.plusDays(Integer.parseInt(days)).toString())
              .toList();
      return String.join("..", dates) + (parts.length == 1 ? "" : " " + parts[1]);
    }
  }

  static Stream<Arguments> calendars() {
    return ZONES.keySet().stream()
        .sorted()
        .flatMap(zone -> Stream.of(Kind.values()).map(kind -> Arguments.of(zone, kind)));
  }

  @ParameterizedTest
  @MethodSource("calendars")
  void openTimeIsTheNumberOfOpenMinutes(String zone, Kind kind) {
    var change = ZONES.get(zone);
    var closed = Kind.around(change, kind.closed);
    var open = Kind.around(change, kind.open);
    var calendar =
        new CalendarBuilder(
                "test",
                new WorkingTimeProperties.Entry(zone, kind.hours, null, null, closed, open, null),
                CLOCK)
            .build();
    var wall = Wall.of(zone, kind.hours, closed, open);
    var random = new Random(change.toEpochDay() + kind.ordinal());

    for (var i = 0; i < 4; i++) {
      var from =
          change
              .minusDays(5)
              .atStartOfDay(calendar.zone())
              .toInstant()
              .plus(Duration.ofMinutes(random.nextInt(8 * 24 * 60)));
      var to = from.plus(Duration.ofMinutes(random.nextInt(5 * 24 * 60)));
      var minutes =
          Stream.iterate(from, it -> it.isBefore(to), it -> it.plusSeconds(60))
              .filter(wall::isOpen)
              .count();

      assertThat(calendar.between(from, to))
          .as("%s to %s", from, to)
          .isEqualTo(Duration.ofMinutes(minutes));
      if (minutes > 0) {
        var reached = calendar.after(from, new WorkingAmount(0, Duration.ofMinutes(minutes)));
        assertThat(calendar.between(from, reached)).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(reached).isBeforeOrEqualTo(to);
      }
    }
  }

  /** The same settings, counted in the simplest way; times are minutes of a day. */
  private record Wall(ZoneId zone, List<Part> week, List<Part> closed, List<Part> open) {

    private static final int DAY = 24 * 60;

    /** Days with hours, or whole days: those begin at -1. */
    private record Part(LocalDate first, LocalDate last, int begin, int end) {

      static Part of(String text) {
        var parts = text.split(" ", 2);
        var ends = parts[0].split("\\.\\.");
        var first = LocalDate.parse(ends[0]);
        var last = LocalDate.parse(ends[ends.length - 1]);
        if (parts.length == 1) {
          return new Part(first, last, -1, -1);
        }
        var hours = parts[1].split("-");
        var begin = minutes(hours[0]);
        var end = minutes(hours[1]);
        return new Part(first, last, begin, end < begin ? end + DAY : end);
      }

      private static int minutes(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
      }

      boolean isWholeDay() {
        return begin < 0;
      }

      boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
      }

      boolean has(int minute) {
        return begin <= minute && minute < end;
      }
    }

    static Wall of(
        String zone, Map<String, List<String>> week, List<String> closed, List<String> open) {
      var hours = week.values().iterator().next();
      return new Wall(
          ZoneId.of(zone),
          Stream.of(week.containsKey("monday-sunday") ? DayOfWeek.SUNDAY : DayOfWeek.FRIDAY)
              .flatMap(
                  last ->
                      hours.stream()
                          .map(
                              it ->
                                  Part.of(
                                      "2001-01-01..2001-01-0%d %s".formatted(last.getValue(), it))))
              .toList(),
          closed.stream().map(Part::of).toList(),
          open.stream().map(Part::of).toList());
    }

    boolean isOpen(Instant instant) {
      var local = instant.atZone(zone).toLocalDateTime();
      var day = local.toLocalDate();
      var minute = local.getHour() * 60 + local.getMinute();
      return !has(closed, day, minute)
          && !has(closed, day.minusDays(1), minute + DAY)
          && (hours(day).anyMatch(it -> it.has(minute))
              || hours(day.minusDays(1)).anyMatch(it -> it.has(minute + DAY)));
    }

    private static boolean has(List<Part> parts, LocalDate day, int minute) {
      return parts.stream().anyMatch(it -> it.covers(day) && it.has(minute));
    }

    private Stream<Part> hours(LocalDate day) {
      if (open.stream().anyMatch(it -> it.covers(day) && !it.isWholeDay())) {
        return open.stream().filter(it -> it.covers(day));
      }
      return open.stream().noneMatch(it -> it.covers(day))
              && closed.stream().anyMatch(it -> it.covers(day) && it.isWholeDay())
          ? Stream.empty()
          // The week of 2001-01-01, a Monday
          : week.stream()
              .filter(it -> it.covers(LocalDate.of(2001, 1, day.getDayOfWeek().getValue())));
    }
  }
}
