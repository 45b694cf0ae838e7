package com.customerfocus.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The working days of the demo's sites against their official calendars.
 *
 * <ul>
 *   <li>Madrid 2026: Resolución de 17 de octubre de 2025 (BOE-A-2025-21667) and, for the city's two
 *       days, its council of 2025-09-30. 2027: <b>not official</b>. The region's decree is in no
 *       source we could read. The days are those of the country (Real Decreto 2001/1983, article
 *       45) and of Jollyday 2.19.0, eleven of the region's twelve, two of them on Saturdays; the
 *       missing one may be San José, 2027-03-19, as in 2021, a year of the same weekdays. The
 *       city's day is the usual one.
 *   <li>Valencia 2026: BOE-A-2025-21667, Decreto 100/2025 (DOGV 10145), and Resolución de 12 de
 *       noviembre de 2025 for the city's days (DOGV 10238). 2027: Decreto 42/2026 (DOGV 10329),
 *       which has neither San Juan nor a day for the Assumption on a Sunday; the city's days as its
 *       council decided on 2026-07-23, before the DOGV published them.
 *   <li>Denver: Colorado Revised Statutes 24-11-101; a holiday on a Saturday is kept on the Friday
 *       before, as for employees of the federation (5 U.S.C. 6103).
 *   <li>Toronto: Employment Standards Act, 2000, section 1, "public holiday"; for one on a weekend
 *       the demo's company gives the next working day (section 29).
 * </ul>
 */
class OfficialHolidaysTests {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(WorkingTimeProperties.class)
  @Import(WorkingTime.class)
  static class Program {}

  static Stream<Arguments> officialDays() {
    return Stream.of(
        days(
            "Madrid 2026",
            "01-01 01-06 04-02 04-03 05-01 05-15 10-12 11-02 11-09 12-07 12-08 12-25",
            // A day of the company
            "12-24"),
        days("Madrid 2027", "01-01 01-06 03-25 03-26 05-03 10-12 11-01 11-09 12-06 12-08", ""),
        days(
            "Valencia 2026",
            "01-01 01-06 01-22 03-19 04-03 04-06 04-13 05-01 06-24 10-09 10-12 12-08 12-25",
            ""),
        days(
            "Valencia 2027",
            "01-01 01-06 01-22 03-19 03-26 03-29 04-05 10-12 11-01 12-06 12-08",
            ""),
        days(
            "Denver 2026", "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-05 11-11 11-26 12-25", ""),
        days(
            "Denver 2027",
            "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-04 11-11 11-25 12-24 12-31",
            ""),
        days("Toronto 2026", "01-01 02-16 04-03 05-18 07-01 09-07 10-12 12-25 12-28", ""),
        days("Toronto 2027", "01-01 02-15 03-26 05-24 07-01 09-06 10-11 12-27 12-28", ""));
  }

  private static Arguments days(String siteAndYear, String official, String ofTheCompany) {
    var site = siteAndYear.split(" ")[0];
    var year = Year.parse(siteAndYear.split(" ")[1]);
    return Arguments.of(
        site,
        year,
        Stream.of(official.split(" "), ofTheCompany.split(" "))
            .flatMap(Stream::of)
            .filter(day -> !day.isEmpty())
            .map(day -> year.atMonthDay(MonthDay.parse("--" + day)))
            .sorted()
            .toList());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("officialDays")
  void theDemosSitesAreClosedOnTheirOfficialHolidaysOnly(
      String site, Year year, List<LocalDate> official) {
    demo(
        calendars -> {
          var calendar = calendars.calendar(site);
          var newYear = year.atDay(1).atStartOfDay(calendar.zone()).toInstant();

          assertThat(calendar.specialDays(newYear).stream().filter(it -> it.hours().isEmpty()))
              .extracting(SpecialDay::day)
              .doesNotContainNull()
              .isEqualTo(official)
              .noneMatch(
                  day -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()));
        });
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "Madrid, 2026-11-02, true",
    "Madrid, 2026-12-07, true",
    "Madrid, 2027-08-16, false",
    "Valencia, 2026-03-19, true",
    "Valencia, 2027-03-19, true",
    "Valencia, 2026-06-24, true",
    "Valencia, 2026-11-02, false",
    "Valencia, 2026-12-07, false",
    "Valencia, 2027-06-24, false",
    "Valencia, 2027-08-16, false",
    "Toronto, 2028-01-03, true",
    "Denver, 2027-12-31, true",
  })
  void daysThatLibrariesHadWrong(String site, LocalDate day, boolean isClosed) {
    demo(
        calendars -> {
          var calendar = calendars.calendar(site);
          var midnight = day.atStartOfDay(calendar.zone()).toInstant();

          assertThat(
                  calendar
                      .between(midnight, day.plusDays(1).atStartOfDay(calendar.zone()).toInstant())
                      .isZero())
              .isEqualTo(isClosed);
        });
  }

  private static void demo(Consumer<WorkingTime> test) {
    new ApplicationContextRunner()
        .withUserConfiguration(Program.class)
        .withBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC))
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withPropertyValues("spring.profiles.active=demo")
        .run(context -> test.accept(context.getBean(WorkingTime.class)));
  }
}
