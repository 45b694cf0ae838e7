package com.customerfocus.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules of working time. In March 2026 the clocks of Madrid go forward on Sunday the 29th, in
 * October back on Sunday the 25th; 2026-04-02 and 03 are holidays there.
 */
class WorkingCalendarTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneId.of("UTC"));

  /** 09:00-17:00 from Monday to Friday, Christmas Eve to New Year closed. */
  private static final WorkingCalendar OFFICE =
      calendar(
          Map.of("monday-friday", List.of("09:00-17:00")),
          null,
          List.of("2026-12-24..2026-12-31", "2027-01-01"));

  /** A long break, and short Fridays. */
  private static final WorkingCalendar MADRID =
      calendar(
          Map.of(
              "monday-thursday", List.of("09:00-14:00", "16:00-19:00"),
              "friday", List.of("08:00-15:00")),
          "md",
          List.of());

  /** Shifts that begin on Monday to Saturday evenings. */
  private static final WorkingCalendar NIGHT =
      calendar(Map.of("monday-saturday", List.of("22:00-06:00")), null, List.of("2026-03-05"));

  private static final WorkingCalendar ALWAYS =
      calendar(Map.of("monday-sunday", List.of("00:00-24:00")), null, List.of());

  /** Open on Sundays while clocks change. */
  private static final WorkingCalendar SUNDAY =
      calendar(Map.of("sunday", List.of("01:00-02:30", "02:30-05:00")), null, List.of());

  private static final Map<String, WorkingCalendar> CALENDARS =
      Map.of(
          "office", OFFICE, "madrid", MADRID, "night", NIGHT, "always", ALWAYS, "sunday", SUNDAY);

  private static WorkingCalendar calendar(
      Map<String, List<String>> hours, String region, List<String> closed) {
    return new CalendarBuilder(
            "test",
            new WorkingTimeProperties.Entry(
                "Europe/Madrid", hours, region == null ? null : "es", region, closed, null, null),
            CLOCK)
        .build();
  }

  @ParameterizedTest(name = "{0}: {1} and {2} h")
  @CsvSource({
    // Within a day, to its end, over the night
    "office, 2026-03-02T10:00, 3, 2026-03-02T13:00",
    "office, 2026-03-02T10:00, 7, 2026-03-02T17:00",
    "office, 2026-03-02T10:00, 8, 2026-03-03T10:00",
    "office, 2026-03-02T17:00, 1, 2026-03-03T10:00",
    "office, 2026-03-02T23:59, 8, 2026-03-03T17:00",
    "office, 2026-03-02T03:00, 1, 2026-03-02T10:00",
    // Over the weekend, and from it
    "office, 2026-03-06T16:00, 2, 2026-03-09T10:00",
    "office, 2026-03-07T12:00, 2, 2026-03-09T11:00",
    "office, 2026-03-06T16:00, 40, 2026-03-13T16:00",
    // Backward
    "office, 2026-03-02T12:00, -2, 2026-03-02T10:00",
    "office, 2026-03-02T12:00, -3, 2026-03-02T09:00",
    "office, 2026-03-02T12:00, -4, 2026-02-27T16:00",
    "office, 2026-03-02T09:00, -1, 2026-02-27T16:00",
    "office, 2026-03-01T12:00, -8, 2026-02-27T09:00",
    "office, 2026-03-13T16:00, -40, 2026-03-06T16:00",
    // Nothing at all
    "office, 2026-03-02T10:00, 0, 2026-03-02T10:00",
    "office, 2026-03-02T09:00, 0, 2026-03-02T09:00",
    "office, 2026-03-02T17:00, 0, 2026-03-02T17:00",
    "office, 2026-03-02T17:01, 0, 2026-03-03T09:00",
    "office, 2026-03-07T12:00, 0, 2026-03-09T09:00",
    // Over closed days and the year
    "office, 2026-12-23T16:00, 2, 2027-01-04T10:00",
    "office, 2026-12-28T16:00, 2, 2027-01-04T11:00",
    "office, 2027-01-04T10:00, -2, 2026-12-23T16:00",
    // Several intervals a day, holidays
    "madrid, 2026-03-02T13:00, 2, 2026-03-02T17:00",
    "madrid, 2026-03-02T14:30, 2, 2026-03-02T18:00",
    "madrid, 2026-03-02T14:30, -2, 2026-03-02T12:00",
    "madrid, 2026-03-02T14:30, 0, 2026-03-02T16:00",
    "madrid, 2026-03-05T18:00, 2, 2026-03-06T09:00",
    "madrid, 2026-04-01T18:00, 2, 2026-04-06T10:00",
    "madrid, 2026-04-06T10:00, -2, 2026-04-01T18:00",
    // Both changes of the clock lie outside the hours
    "office, 2026-03-27T16:00, 2, 2026-03-30T10:00",
    "office, 2026-10-23T16:00, 2, 2026-10-26T10:00",
    "office, 2026-10-26T10:00, -2, 2026-10-23T16:00",
    // Over midnight; the night after Saturday has 7 hours in March and 9 in October
    "night, 2026-03-02T12:00, 4, 2026-03-03T02:00",
    "night, 2026-03-03T05:00, 2, 2026-03-03T23:00",
    "night, 2026-03-03T23:00, -2, 2026-03-03T05:00",
    "night, 2026-03-08T05:00, 2, 2026-03-09T23:00",
    "night, 2026-03-05T05:00, 2, 2026-03-06T23:00",
    "night, 2026-03-28T22:00, 7, 2026-03-29T06:00",
    "night, 2026-03-28T22:00, 8, 2026-03-30T23:00",
    "night, 2026-10-24T22:00, 9, 2026-10-25T06:00",
    "night, 2026-10-25T06:00, -9, 2026-10-24T22:00",
    "night, 2026-10-24T22:00, 10, 2026-10-26T23:00",
    // Around the clock
    "always, 2026-03-28T12:00, 24, 2026-03-29T13:00",
    "always, 2026-10-24T12:00, 24, 2026-10-25T11:00",
    "always, 2026-12-31T12:00, 24, 2027-01-01T12:00",
    "always, 2026-03-02T00:00, -24, 2026-03-01T00:00",
    // Hours that begin where an hour is missing or comes twice
    "sunday, 2026-03-29T01:00, 1, 2026-03-29T03:00",
    "sunday, 2026-03-29T01:00, 3, 2026-03-29T05:00",
    "sunday, 2026-10-25T01:00, 5, 2026-10-25T05:00",
  })
  void hoursAreThoseDuringWhichPeopleWork(
      String calendar, LocalDateTime start, int hours, LocalDateTime end) {
    assertThat(local(after(calendar, start, WorkingAmount.hours(hours)))).isEqualTo(end);
    assertThat(CALENDARS.get(calendar).between(madrid(start), madrid(end)))
        .isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest(name = "{0}: {1} and {2} days")
  @CsvSource({
    // The same time of day
    "office, 2026-03-02T10:00, 1, 2026-03-03T10:00",
    "office, 2026-03-02T10:00, 5, 2026-03-09T10:00",
    "office, 2026-03-06T15:00, 1, 2026-03-09T15:00",
    "office, 2026-03-02T09:00, 1, 2026-03-03T09:00",
    "office, 2026-03-02T17:00, 1, 2026-03-03T17:00",
    // From the next opening when the calendar is closed
    "office, 2026-03-02T03:00, 1, 2026-03-03T09:00",
    "office, 2026-03-02T20:00, 1, 2026-03-04T09:00",
    "office, 2026-03-07T12:00, 1, 2026-03-10T09:00",
    "office, 2026-12-25T12:00, 1, 2027-01-05T09:00",
    // Backward, from the closing before
    "office, 2026-03-09T15:00, -1, 2026-03-06T15:00",
    "office, 2026-03-09T15:00, -6, 2026-02-27T15:00",
    "office, 2026-03-07T12:00, -1, 2026-03-05T17:00",
    "office, 2026-03-02T03:00, -1, 2026-02-26T17:00",
    "office, 2027-01-04T15:00, -1, 2026-12-23T15:00",
    // Nothing at all
    "office, 2026-03-02T10:00, 0, 2026-03-02T10:00",
    "office, 2026-03-07T12:00, 0, 2026-03-09T09:00",
    // Into the hours of the other day
    "madrid, 2026-03-05T18:00, 1, 2026-03-06T15:00",
    "madrid, 2026-03-06T08:30, 1, 2026-03-09T09:00",
    "madrid, 2026-03-06T15:00, 1, 2026-03-09T16:00",
    "madrid, 2026-03-06T15:00, -1, 2026-03-05T14:00",
    "madrid, 2026-03-06T08:30, -1, 2026-03-05T09:00",
    "madrid, 2026-03-02T15:00, 1, 2026-03-03T16:00",
    "madrid, 2026-03-02T14:00, 1, 2026-03-03T14:00",
    // Over holidays: Maundy Thursday and Good Friday, National Day, the clocks changing in between
    "madrid, 2026-04-01T10:00, 1, 2026-04-06T10:00",
    "madrid, 2026-04-06T10:00, -1, 2026-04-01T10:00",
    "madrid, 2026-03-27T10:00, 5, 2026-04-07T10:00",
    "madrid, 2026-10-09T10:00, 1, 2026-10-13T10:00",
    "madrid, 2026-10-23T10:00, 1, 2026-10-26T10:00",
    "madrid, 2026-12-24T10:00, 5, 2027-01-04T10:00",
    // A night belongs to the day on which it begins; the closed Thursday has none
    "night, 2026-03-03T02:00, 1, 2026-03-04T02:00",
    "night, 2026-03-05T02:00, 1, 2026-03-07T02:00",
    "night, 2026-03-07T02:00, -1, 2026-03-05T02:00",
    "night, 2026-03-07T23:00, 1, 2026-03-09T23:00",
    "night, 2026-03-03T12:00, 1, 2026-03-04T22:00",
    "night, 2026-03-03T06:00, 1, 2026-03-04T06:00",
    // Where the time of day is missing, or comes twice
    "night, 2026-03-28T02:30, 1, 2026-03-29T03:00",
    "night, 2026-10-24T02:30, 1, 2026-10-25T02:30",
    "always, 2026-03-28T02:30, 1, 2026-03-29T03:00",
    "always, 2026-03-28T12:00, 1, 2026-03-29T12:00",
    "always, 2026-10-24T12:00, 1, 2026-10-25T12:00",
    "always, 2026-03-02T00:00, 1, 2026-03-03T00:00",
    "always, 2024-02-28T12:00, 366, 2025-02-28T12:00",
    "sunday, 2026-10-25T02:30, 1, 2026-11-01T02:30",
    // Far away
    "office, 2026-03-02T10:00, 2610, 2036-03-12T10:00",
  })
  void daysKeepTheTimeOfDayWithinTheHoursOfTheDay(
      String calendar, LocalDateTime start, int days, LocalDateTime end) {
    assertThat(local(after(calendar, start, WorkingAmount.days(days)))).isEqualTo(end);
  }

  @Test
  void ofAnAmountWithBothTheDaysAreCountedFirst() {
    var dayAndTwoHours = new WorkingAmount(1, Duration.ofHours(2));

    assertThat(local(after("office", LocalDateTime.parse("2026-03-05T16:00"), dayAndTwoHours)))
        .isEqualTo("2026-03-09T10:00");
  }

  @Test
  void theFirstOfTwoEqualTimesIsMeant() {
    var saturday = LocalDateTime.parse("2026-10-24T02:30");

    assertThat(after("always", saturday, WorkingAmount.days(1)))
        .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "office, 2026-03-02T10:00, 2026-03-02T12:00, PT2H",
    "office, 2026-03-02T12:00, 2026-03-02T10:00, PT-2H",
    "office, 2026-03-02T10:00, 2026-03-02T10:00, PT0S",
    "office, 2026-03-06T18:00, 2026-03-09T08:00, PT0S",
    "office, 2026-03-01T00:00, 2026-03-08T00:00, PT40H",
    "office, 2026-12-23T12:00, 2027-01-04T12:00, PT8H",
    "madrid, 2026-03-30T00:00, 2026-04-06T00:00, PT24H",
    "madrid, 2026-03-06T08:00:30, 2026-03-06T08:01, PT30S",
    "night, 2026-03-28T00:00, 2026-03-29T12:00, PT13H",
    "always, 2026-01-01T00:00, 2027-01-01T00:00, PT8760H",
    "always, 2026-03-29T00:00, 2026-03-30T00:00, PT23H",
    "always, 2026-10-25T00:00, 2026-10-26T00:00, PT25H",
  })
  void openTimeLiesBetweenTwoMoments(
      String calendar, LocalDateTime from, LocalDateTime to, Duration open) {
    assertThat(CALENDARS.get(calendar).between(madrid(from), madrid(to))).isEqualTo(open);
  }

  @ParameterizedTest(name = "closed {1}, open {2}: {3} and {4}")
  @CsvSource({
    // A half day: its hours, its last moment, and the day as a working day
    "monday-friday, 2026-12-24 13:00-17:00, , 2026-12-24T12:00, PT2H, 2026-12-25T10:00",
    "monday-friday, 2026-12-24 13:00-17:00, , 2026-12-24T13:00, PT0S, 2026-12-24T13:00",
    "monday-friday, 2026-12-24 13:00-17:00, , 2026-12-24T13:01, PT0S, 2026-12-25T09:00",
    "monday-friday, 2026-12-24 13:00-17:00, , 2026-12-25T10:00, PT-2H, 2026-12-24T12:00",
    "monday-friday, 2026-12-24 13:00-17:00, , 2026-12-23T15:00, P1D, 2026-12-24T13:00",
    "monday-friday, 2026-12-24 13:00-17:00, , 2026-12-23T15:00, P2D, 2026-12-25T15:00",
    // An hour in the middle, closed hours of several days, and more than the day has
    "monday-friday, 2026-12-22 11:00-12:00, , 2026-12-22T10:00, PT2H, 2026-12-22T13:00",
    "monday-friday, 2026-12-22..2026-12-23 10:00-20:00, , 2026-12-22T09:30, PT2H, 2026-12-24T09:30",
    "monday-friday, 2026-12-22 08:00-18:00, , 2026-12-21T10:00, P1D, 2026-12-23T10:00",
    "monday-friday, 2026-12-20 08:00-18:00, , 2026-12-18T10:00, P1D, 2026-12-21T10:00",
    // Closed hours after midnight end the night before, those before it the same night
    "night, 2026-12-23 02:00-06:00, , 2026-12-22T22:00, PT5H, 2026-12-23T23:00",
    "night, 2026-12-22 23:00-24:00, , 2026-12-22T22:00, PT2H, 2026-12-23T01:00",
    "night, 2026-12-22 23:00-02:00, , 2026-12-22T22:00, PT2H, 2026-12-23T03:00",
    // Half a night in which the clock goes forward, and one in which it goes back
    "night, 2026-03-29 04:00-06:00, , 2026-03-28T23:00, PT5H, 2026-03-29T23:00",
    "night, 2026-03-29 02:00-03:00, , 2026-03-28T22:00, PT5H, 2026-03-29T04:00",
    "night, 2026-10-25 04:00-06:00, , 2026-10-24T22:00, PT8H, 2026-10-25T23:00",
    "night, 2026-10-25 02:00-03:00, , 2026-10-24T22:00, PT5H, 2026-10-25T04:00",
    // Open days: on a Sunday, within closed days, in place of the hours of the weekday
    "monday-friday, , 2026-12-20 10:00-12:00, 2026-12-18T16:00, PT2H, 2026-12-20T11:00",
    "monday-friday, , 2026-12-20 10:00-12:00, 2026-12-18T16:00, P1D, 2026-12-20T12:00",
    "monday-friday, 2026-12-21..2026-12-31, 2026-12-23, 2026-12-18T16:00, P1D, 2026-12-23T16:00",
    "monday-friday, 2026-12-21..2026-12-31, 2026-12-23, 2026-12-18T16:00, P2D, 2027-01-01T16:00",
    "monday-friday, , 2026-12-21 07:00-20:00, 2026-12-21T06:00, PT12H, 2026-12-21T19:00",
    // Closed hours of an open day, a year closed but for a day
    "monday-friday, 2026-12-20 11:00-12:00, 2026-12-20 10:00-14:00, 2026-12-20T10:00, PT2H, 2026-12-20T13:00",
    "monday-friday, 2027-01-01..2027-12-31, 2027-06-01, 2026-12-31T16:00, PT3H, 2027-06-01T11:00",
    "monday-friday, 2027-01-01..2027-12-31, 2027-06-01, 2026-12-31T16:00, P2D, 2028-01-03T16:00",
  })
  void closedHoursAndOpenDaysAreCounted(
      String hours,
      String closed,
      String open,
      LocalDateTime start,
      Duration amount,
      LocalDateTime end) {
    var calendar =
        new CalendarBuilder(
                "test",
                new WorkingTimeProperties.Entry(
                    "Europe/Madrid",
                    hours.equals("night")
                        ? Map.of("monday-sunday", List.of("22:00-06:00"))
                        : Map.of(hours, List.of("09:00-17:00")),
                    null,
                    null,
                    closed == null ? null : List.of(closed),
                    open == null ? null : List.of(open),
                    null),
                CLOCK)
            .build();

    assertThat(local(calendar.after(madrid(start), amount(amount)))).isEqualTo(end);
  }

  /** Whole days of 24 hours are working days. */
  private static WorkingAmount amount(Duration text) {
    return text.isZero() || text.toHoursPart() != 0
        ? new WorkingAmount(0, text)
        : WorkingAmount.days((int) text.toDays());
  }

  @Test
  void aDayThatAZoneHasSkippedIsNoWorkingDay() {
    var samoa =
        new CalendarBuilder(
                "samoa",
                new WorkingTimeProperties.Entry(
                    "Pacific/Apia", Map.of(), null, null, List.of(), List.of(), List.of()),
                CLOCK)
            .build();
    var thursday = ZonedDateTime.of(2011, 12, 29, 10, 0, 0, 0, samoa.zone()).toInstant();

    assertThat(samoa.after(thursday, WorkingAmount.days(1)).atZone(samoa.zone()).toLocalDateTime())
        .isEqualTo("2012-01-02T10:00");
  }

  // What holds for all

  static Stream<Arguments> startsAndAmounts() {
    var random = new Random(2026);
    return CALENDARS.keySet().stream()
        .sorted()
        .flatMap(
            calendar ->
                IntStream.range(0, 200)
                    .mapToObj(
                        i ->
                            Arguments.of(
                                calendar,
                                CLOCK.instant().plusSeconds(random.nextInt(2 * 365 * 86_400)),
                                Duration.ofMinutes(random.nextInt(60 * 400)))));
  }

  @ParameterizedTest
  @MethodSource("startsAndAmounts")
  void asMuchOpenTimeLiesBetweenAsWasAskedForBothWays(String name, Instant start, Duration amount) {
    var calendar = CALENDARS.get(name);
    var end = calendar.after(start, new WorkingAmount(0, amount));
    var before = calendar.after(start, new WorkingAmount(0, amount.negated()));

    assertThat(end).isAfterOrEqualTo(start);
    assertThat(calendar.between(start, end)).isEqualTo(amount);
    assertThat(calendar.between(end, start)).isEqualTo(amount.negated());
    assertThat(calendar.between(before, start)).isEqualTo(amount);
  }

  @ParameterizedTest
  @MethodSource("startsAndAmounts")
  void whatBeginsLaterOrTakesLongerEndsNoEarlier(String name, Instant start, Duration amount) {
    var calendar = CALENDARS.get(name);
    var later = start.plus(Duration.ofMinutes(90));
    var days = (int) amount.toHours() / 24;

    for (var one : List.of(new WorkingAmount(0, amount), WorkingAmount.days(days))) {
      assertThat(calendar.after(later, one)).isAfterOrEqualTo(calendar.after(start, one));
    }
    assertThat(calendar.after(start, WorkingAmount.days(days + 1)))
        .isAfter(calendar.after(start, WorkingAmount.days(days)));
  }

  @ParameterizedTest
  @MethodSource("startsAndAmounts")
  void dueMomentsLieWithinTheHours(String name, Instant start, Duration amount) {
    var calendar = CALENDARS.get(name);
    var due = calendar.after(start, WorkingAmount.days((int) amount.toHours() / 24));

    assertThat(calendar.after(due, WorkingAmount.days(0))).isEqualTo(due);
  }

  // Where there is no end

  @Test
  void whatLiesAnAgeAwayIsRefusedInsteadOfSearchedForEver() {
    var start = CLOCK.instant();
    assertThatExceptionOfType(DateTimeException.class)
        .isThrownBy(() -> OFFICE.after(start, WorkingAmount.days(Integer.MAX_VALUE)))
        .withMessage("So much working time from 2026-03-02T09:00:00Z is more than 100 years");
    for (var amount :
        List.of(WorkingAmount.days(-1_000_000), WorkingAmount.hours(Integer.MAX_VALUE))) {
      assertThatExceptionOfType(DateTimeException.class)
          .isThrownBy(() -> OFFICE.after(start, amount));
    }
    assertThatExceptionOfType(DateTimeException.class)
        .isThrownBy(() -> OFFICE.between(start, Instant.parse("9999-12-31T00:00:00Z")));
  }

  @Test
  void ninetyYearsAreCounted() {
    var start = CLOCK.instant();
    var end = MADRID.after(start, WorkingAmount.hours(150_000));

    assertThat(MADRID.between(start, end)).isEqualTo(Duration.ofHours(150_000));
    assertThat(MADRID.after(end, WorkingAmount.hours(-150_000))).isEqualTo(start);
  }

  private static Instant after(String calendar, LocalDateTime start, WorkingAmount amount) {
    return CALENDARS.get(calendar).after(madrid(start), amount);
  }

  private static Instant madrid(LocalDateTime time) {
    return time.atZone(OFFICE.zone()).toInstant();
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, OFFICE.zone());
  }
}
