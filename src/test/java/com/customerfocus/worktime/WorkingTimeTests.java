package com.customerfocus.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.support.InvalidSettingException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/** Calendars by site, as an administrator configures them. */
class WorkingTimeTests {

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(WorkingTimeProperties.class)
  @Import(WorkingTime.class)
  static class Program {}

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  // Names of sites

  @ParameterizedTest
  @CsvSource({
    "Málaga, true",
    "MALAGA, true",
    "New  York, true",
    "new york, true",
    "L’Hospitalet, true",
    "Łódź, true",
    "Lodz, true",
    "Madird, false",
    "Newyork, false"
  })
  void aSiteHasItsCalendarInEverySpellingOfItsName(String site, boolean hasItsOwn) {
    with(Clock.systemUTC())
        .withPropertyValues(
            "customer-focus.working-time.calendars.here.zone=Asia/Tokyo",
            "customer-focus.working-time.calendars.here.sites=Málaga,New York,L'Hospitalet,łódź")
        .run(
            context -> {
              var workingTime = context.getBean(WorkingTime.class);
              assertThat(workingTime.hasCalendarOf(site)).isEqualTo(hasItsOwn);
              assertThat(workingTime.calendar(site).zone().getId().equals("Asia/Tokyo"))
                  .isEqualTo(hasItsOwn);
              assertThat(workingTime.sites())
                  .containsExactly("L'Hospitalet", "Málaga", "New York", "łódź");
            });
  }

  // What the program does not start with

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("It is never open.", "hours", "hours.monday="),
        mistake("\"nine to five\" are no hours.", "hours", "hours.monday=nine to five"),
        mistake("\"09:00\" are no hours.", "hours", "hours.monday=09:00"),
        mistake("\"25:00\" is no time of day.", "hours", "hours.monday=09:00-25:00"),
        mistake("\"9:60\" is no time of day.", "hours", "hours.monday=9:60-17:00"),
        mistake("\"09:00-09:00\" has no time in it.", "hours", "hours.monday=09:00-09:00"),
        mistake("\"24:00-09:00\" has no time in it.", "hours", "hours.monday=24:00-09:00"),
        mistake("\"lunes\" is no weekday.", "hours", "hours.lunes=09:00-17:00"),
        mistake("\"monday-\" is no weekday.", "hours", "hours[monday-]=09:00-17:00"),
        mistake(
            "\"monday-friday-sunday\" is no weekday.",
            "hours",
            "hours.monday-friday-sunday=09:00-17:00"),
        mistake(
            "Hours of Monday begin before the hours before them end.",
            "hours",
            "hours.monday=13:00-17:00,09:00-13:01"),
        mistake(
            "Hours of Friday begin before the hours before them end.",
            "hours",
            "hours.monday-friday=09:00-17:00",
            "hours.friday=09:00-13:00"),
        mistake(
            "Hours of Tuesday begin before the hours before them end.",
            "hours",
            "hours.monday=22:00-06:00",
            "hours.tuesday=05:00-13:00"),
        mistake(
            "Hours of Monday begin before the hours before them end.",
            "hours",
            "hours.monday=05:00-13:00",
            "hours.sunday=22:00-06:00"),
        mistake("There is no time zone \"Madrid\".", "zone", "zone=Madrid"),
        mistake("It names the region \"md\" of no country.", "region", "region=md"),
        mistake("\"24 December\" is no day.", "closed-days", "closed-days=2026-12-25,24 December"),
        mistake("\"2026-02-29\" is no day.", "closed-days", "closed-days=2026-02-29"),
        mistake(
            "\"2026-12-31..2026-12-24\" is no day.",
            "closed-days",
            "closed-days=2026-12-31..2026-12-24"),
        mistake("\"13-17\" are no hours.", "closed-days", "closed-days=2026-12-24 13-17"),
        mistake(
            "\"25:00\" is no time of day.", "closed-days", "closed-days=2026-12-24 13:00-25:00"),
        mistake(
            "\"13:00-13:00\" has no time in it.",
            "closed-days",
            "closed-days=2026-12-24..2026-12-31 13:00-13:00"),
        mistake("\"13:00-17:00\" is no day.", "closed-days", "closed-days=13:00-17:00"),
        mistake(
            "\"13:00-17:00 in the afternoon\" are no hours.",
            "closed-days",
            "closed-days=2026-12-24 13:00-17:00 in the afternoon"),
        mistake("\"24 December\" is no day.", "open-days", "open-days=2026-12-25,24 December"),
        mistake("\"2026-02-29\" is no day.", "open-days", "open-days=2026-02-29"),
        mistake("2026-11-01 is a Sunday, which has no hours.", "open-days", "open-days=2026-11-01"),
        mistake(
            "2026-10-31 is a Saturday, which has no hours.",
            "open-days",
            "open-days=2026-10-31..2026-11-01"),
        mistake(
            "2026-12-24 is both an open and a closed day.",
            "open-days",
            "open-days=2026-12-24",
            "closed-days=2026-12-24"),
        mistake(
            "Hours of 2026-11-01 begin before the hours before them end.",
            "open-days",
            "open-days=2026-11-01 09:00-14:00,2026-11-01 13:00-15:00"),
        mistake(
            "Hours of 2026-11-02 begin before the hours before them end.",
            "open-days",
            "open-days=2026-11-01 22:00-09:30"),
        mistake(
            "Hours of 2026-11-07 begin before the hours before them end.",
            "open-days",
            "hours.monday-friday=22:00-06:00",
            "open-days=2026-11-07 05:00-13:00"),
        mistake(
            "From now on it is never open.",
            "closed-days",
            "closed-days=2026-01-01..2999-12-31 00:00-24:00"),
        mistake(
            "From now on it is never open.", "closed-days", "closed-days=2026-01-01..2999-12-31"));
  }

  private static Arguments mistake(String problem, String setting, String... settings) {
    return Arguments.of(problem, setting, settings);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void aMistakeIsRefusedWithTheCalendarsNameAndWhatToDo(
      String problem, String setting, String[] settings) {
    var failure =
        failure(
            Arrays.stream(settings)
                .map(it -> "customer-focus.working-time.calendars.toledo." + it)
                .toArray(String[]::new));

    assertThat(failure.getDescription())
        .isEqualTo("The working time calendar \"toledo\" cannot be used. " + problem);
    assertThat(failure.getAction())
        .endsWith("It is the setting customer-focus.working-time.calendars.toledo." + setting);
  }

  @Test
  void anUnknownCountryOrRegionIsRefusedWithThoseThatAreKnown() {
    var country = failure("customer-focus.working-time.calendars.toledo.country=xx");
    assertThat(country.getDescription())
        .startsWith(
            "The working time calendar \"toledo\" cannot be used. The holidays of country \"xx\" are"
                + " not known; those of these are: ad, ae,")
        .contains(", es, ")
        .doesNotContain("nyse");
    assertThat(country.getAction())
        .endsWith("customer-focus.working-time.calendars.toledo.country");

    var region =
        failure(
            "customer-focus.working-time.calendars.toledo.country=es",
            "customer-focus.working-time.calendars.toledo.region=co");
    assertThat(region.getDescription())
        .contains("Spain has no region \"co\" with holidays of its own; it has: an, ar,");
    assertThat(region.getAction()).endsWith("customer-focus.working-time.calendars.toledo.region");
  }

  @Test
  void aSiteHasOneCalendar() {
    var failure =
        failure(
            "customer-focus.working-time.calendars.spain.sites=Madrid,Toledo",
            "customer-focus.working-time.calendars.toledo.zone=Europe/Madrid");

    assertThat(failure.getDescription())
        .isEqualTo("The site \"toledo\" has two working time calendars, \"spain\" and \"toledo\".");
    assertThat(failure.getAction())
        .isEqualTo(
            "Name each site in the sites of one calendar of customer-focus.working-time.calendars"
                + " only.");
  }

  @Test
  void aDefaultThatIsNotThereIsRefusedWithThoseThatAre() {
    var failure =
        failure(
            "customer-focus.working-time.default-calendar=spain",
            "customer-focus.working-time.calendars.toledo.zone=Europe/Madrid");

    assertThat(failure.getDescription())
        .isEqualTo("The default working time calendar \"spain\" is not there.");
    assertThat(failure.getAction()).contains("(toledo)");
  }

  // What it counts with

  @Test
  void withoutSettingsEverySiteHasTheOfficeHoursOfTheProgram() {
    with(Clock.fixed(MONDAY, ZoneId.of("America/Denver")))
        .run(
            context -> {
              var denver = context.getBean(WorkingTime.class).calendar("Denver");
              assertThat(denver).isSameAs(context.getBean(WorkingTime.class).calendar(null));
              assertThat(denver.zone()).isEqualTo(ZoneId.of("America/Denver"));
              // 02:00 on Monday there.
              assertThat(denver.after(MONDAY, WorkingAmount.hours(9)))
                  .isEqualTo("2026-03-03T17:00:00Z");
              assertThat(denver.after(MONDAY, WorkingAmount.days(5)))
                  // Clocks went forward on Sunday.
                  .isEqualTo("2026-03-09T15:00:00Z");
            });
  }

  @Test
  void theProgramsZoneHasANameThatPeopleRead() {
    with(Clock.fixed(MONDAY, ZoneOffset.UTC))
        .run(
            context ->
                assertThat(context.getBean(WorkingTime.class).calendar(null).zone().getId())
                    .isEqualTo("UTC"));
  }

  @ParameterizedTest
  @CsvSource({
    "Madrid, Europe/Madrid",
    "' mADRID', Europe/Madrid",
    "Toledo, Europe/Madrid",
    "Ávila, Europe/Madrid",
    "Valencia, Europe/Madrid",
    "Denver, America/Denver",
    "Boston, America/Denver",
    ", America/Denver",
  })
  void aSiteHasTheCalendarThatNamesItOrTheDefault(String site, String zone) {
    with(Clock.fixed(MONDAY, ZoneOffset.UTC))
        .withPropertyValues(
            "customer-focus.working-time.default-calendar=mountains",
            "customer-focus.working-time.calendars.mountains.zone=America/Denver",
            "customer-focus.working-time.calendars.valencia.zone=Europe/Madrid",
            "customer-focus.working-time.calendars.centre.zone=Europe/Madrid",
            "customer-focus.working-time.calendars.centre.sites=Madrid, Toledo, ÁVILA")
        .run(
            context ->
                assertThat(context.getBean(WorkingTime.class).calendar(site).zone())
                    .isEqualTo(ZoneId.of(zone)));
  }

  @ParameterizedTest(name = "{0}: a working day after {1}")
  @CsvSource({
    // Family days, Independence Day kept on a Friday, New Year kept in the year before
    "Toronto, 2026-02-13T15:00:00Z, 2026-02-17T15:00:00Z",
    "Denver, 2026-02-13T17:00:00Z, 2026-02-17T17:00:00Z",
    "Denver, 2026-07-02T17:00:00Z, 2026-07-06T17:00:00Z",
    "Denver, 2027-12-30T17:00:00Z, 2028-01-03T17:00:00Z",
    // Veterans Day: a bank holiday in Ontario on which offices work
    "Denver, 2026-11-10T17:00:00Z, 2026-11-12T17:00:00Z",
    "Toronto, 2026-11-10T17:00:00Z, 2026-11-11T17:00:00Z",
    // Maundy Thursday is free in Madrid, Easter Monday in Valencia, Saint Isidore in Madrid alone
    "Madrid, 2026-04-01T08:00:00Z, 2026-04-06T08:00:00Z",
    "Valencia, 2026-04-02T08:00:00Z, 2026-04-07T08:00:00Z",
    "Madrid, 2026-05-14T08:00:00Z, 2026-05-18T08:00:00Z",
    // Constitution Day on a Sunday is kept on the Monday, the day before another holiday
    "Madrid, 2026-12-04T09:00:00Z, 2026-12-09T09:00:00Z",
    "Valencia, 2026-12-04T09:00:00Z, 2026-12-07T09:00:00Z",
    "Valencia, 2026-05-14T08:00:00Z, 2026-05-15T08:00:00Z",
    // The long break
    "Madrid, 2026-03-02T13:30:00Z, 2026-03-03T15:00:00Z",
    "Nowhere, 2026-03-02T17:00:00Z, 2026-03-03T17:00:00Z",
  })
  void theDemosSitesHaveTheirOwnHolidays(String site, Instant start, Instant end) {
    with(Clock.fixed(MONDAY, ZoneOffset.UTC))
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withPropertyValues("spring.profiles.active=demo")
        .run(
            context ->
                assertThat(
                        context
                            .getBean(WorkingTime.class)
                            .calendar(site)
                            .after(start, WorkingAmount.days(1)))
                    .isEqualTo(end));
  }

  @Test
  void theOverviewHasTheDefaultFirstAndEachSpecialDay() {
    with(Clock.fixed(Instant.parse("2026-12-07T22:00:00Z"), ZoneOffset.UTC))
        .withPropertyValues(
            "customer-focus.working-time.default-calendar=spain",
            "customer-focus.working-time.calendars.denver.zone=America/Denver",
            "customer-focus.working-time.calendars.denver.closed-days=2026-12-07,2027-12-06..2027-12-07",
            "customer-focus.working-time.calendars.spain.zone=Europe/Madrid",
            "customer-focus.working-time.calendars.spain.sites=Madrid, Toledo",
            "customer-focus.working-time.calendars.spain.country=es",
            "customer-focus.working-time.calendars.spain.closed-days=2026-12-24 13:00-17:00,2026-12-28..2027-01-03",
            "customer-focus.working-time.calendars.spain.open-days=2026-12-19 10:00-12:00,2026-12-29,2027-01-06,2027-01-07")
        .run(
            context -> {
              var overview = context.getBean(WorkingTime.class).overview();

              assertThat(overview)
                  .extracting(CalendarOverview::name, CalendarOverview::isDefault)
                  .containsExactly(tuple("spain", true), tuple("denver", false));
              assertThat(overview.get(0).sites()).containsExactly("Madrid", "Toledo");
              assertThat(overview.get(0).specialDays())
                  .extracting(SpecialDay::toString)
                  .startsWith(
                      "2026-12-08 Immaculate Conception Day",
                      "2026-12-19 open 10:00-12:00",
                      "2026-12-24 open 09:00-13:00",
                      "2026-12-25 Christmas",
                      "2026-12-28 closed",
                      "2026-12-29 open 09:00-17:00",
                      "2026-12-30 closed",
                      "2026-12-31 closed",
                      "2027-01-01 New Year's Day",
                      "2027-01-06 open 09:00-17:00",
                      "2027-03-26 Good Friday");
              assertThat(overview.get(0).specialDays())
                  .filteredOn(SpecialDay::isOpened)
                  .extracting(it -> it.day().toString())
                  .containsExactly("2026-12-19", "2026-12-29", "2027-01-06");
              // Twelve months from today in the calendar's zone
              assertThat(overview.get(1).specialDays())
                  .extracting(SpecialDay::toString)
                  .containsExactly("2026-12-07 closed", "2027-12-06 closed");
            });
  }

  private static ApplicationContextRunner with(Clock clock) {
    return new ApplicationContextRunner()
        .withUserConfiguration(Program.class)
        .withBean(Clock.class, () -> clock);
  }

  private static FailureAnalysis failure(String... settings) {
    var failures = new FailureAnalysis[1];
    with(Clock.fixed(MONDAY, ZoneOffset.UTC))
        .withPropertyValues(settings)
        .run(
            context ->
                failures[0] =
                    ((InvalidSettingException)
                            NestedExceptionUtils.getRootCause(context.getStartupFailure()))
                        .analysis());
    return failures[0];
  }
}
