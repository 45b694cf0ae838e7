package com.customerfocus.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.data.Index.atIndex;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.testing.LogLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** Names of calendars, as an administrator writes them in a file. */
@ExtendWith(OutputCaptureExtension.class)
class CalendarNamesTests {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-26T09:00:00Z"), ZoneOffset.UTC);

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(WorkingTimeProperties.class)
  @Import(WorkingTime.class)
  static class Program {

    @Bean
    Clock clock() {
      return CLOCK;
    }
  }

  @Test
  void aDayOfNewYorkEndsWhenNewYorkOpens() {
    var calendars =
        workingTime(
            """
            customer-focus.working-time:
              calendars:
                New York:
                  zone: America/New_York
            """);

    assertThat(
            calendars
                .calendar("New York")
                .after(Instant.parse("2026-11-26T09:00:00Z"), WorkingAmount.days(1)))
        .isEqualTo("2026-11-27T14:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "New York, New York",
    "Málaga, Málaga",
    "Málaga, malaga",
    "Ávila, Ávila",
    "東京, 東京",
    "Αθήνα, αθηνα",
    "Отдел 1, отдел 1",
    "St. Louis, St. Louis",
    "São Paulo (Centro), são paulo (centro)",
    "Winston-Salem, Winston-Salem",
    "night_shift, night_shift",
    "Denver, DENVER",
    "'\"[New York]\"', New York",
    "'\"[Málaga]\"', Málaga",
    "4, 4",
    "'\"4\"', 4",
  })
  void aCalendarCountsForTheSiteWhoseNameItHas(String key, String site) {
    var calendars =
        workingTime(
            """
            customer-focus.working-time:
              calendars:
                %s:
                  zone: Asia/Tokyo
                  country: us
                  closed-days: [2026-12-01, 2026-12-02 09:00-12:00]
                  hours:
                    monday-friday: 10:00-18:00
            """
                .formatted(key));

    assertThat(calendars.calendar(site).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(calendars.hasCalendarOf(site)).isTrue();
    assertThat(calendars.hasCalendarOf("Elsewhere")).isFalse();
    assertThat(calendars.hasCalendarOf(null)).isFalse();
    assertThat(calendars.calendar("Elsewhere").zone()).isEqualTo(ZoneId.of("UTC"));
    // Monday after Thanksgiving on Thursday, at ten in Tokyo, and 9 of its 8 and 2 hours later.
    assertThat(
            calendars
                .calendar(site)
                .after(Instant.parse("2026-11-30T01:00:00Z"), WorkingAmount.hours(9)))
        .isEqualTo("2026-12-02T04:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"New York", "new  york", "NEW YORK "})
  void theDefaultIsNamedAsTheCalendarIs(String name) {
    var calendars =
        workingTime(
            """
            customer-focus.working-time:
              default-calendar: "%s"
              calendars:
                New York: {zone: America/New_York}
            """
                .formatted(name));

    assertThat(calendars.calendar(null).zone()).isEqualTo(ZoneId.of("America/New_York"));
  }

  @ParameterizedTest
  @CsvSource({
    "Málaga, malaga",
    "Málaga, MÁLAGA",
    "New York, new york",
    "New York, 'New  York'",
    "東京, ' 東京'",
    "Ávila, 'A\u0301vila'",
  })
  void twoCalendarsOfTheSameNameAreRefused(String one, String other) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                workingTime(
                    """
                    customer-focus.working-time.calendars:
                      "%s": {zone: Europe/Madrid, sites: [One]}
                      "%s": {zone: Europe/Madrid, sites: [Other]}
                    """
                        .formatted(one, other)))
        .withMessage(
            "Two working time calendars have the same name, \"%s\" and \"%s\".", one, other);
  }

  @Test
  void namesThatDifferInALetterOnlyAreTwoCalendars() {
    var calendars =
        workingTime(
            """
            customer-focus.working-time.calendars:
              東京: {zone: Asia/Tokyo}
              京都: {zone: Asia/Seoul}
              Málaga: {zone: Europe/Madrid}
              Malagas: {zone: Europe/Lisbon}
            """);

    assertThat(calendars.calendar("東京").zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(calendars.calendar("京都").zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(calendars.calendar("málaga").zone()).isEqualTo(ZoneId.of("Europe/Madrid"));
    assertThat(calendars.calendar("MALAGAS").zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"miércoles", "monday–friday", "lunes a viernes"})
  void aWeekdayThatIsNoneIsReportedAsItIsWritten(String weekdays) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                workingTime(
                    """
                    customer-focus.working-time.calendars:
                      Málaga:
                        hours:
                          %s: [09:00-13:00, 14:00-17:00]
                    """
                        .formatted(weekdays)))
        .withMessage(
            "The working time calendar \"Málaga\" cannot be used. \"%s\" is no weekday.", weekdays);
  }

  @ParameterizedTest
  @CsvSource({
    "New York, zonee, New York.zonee",
    "denver, closed-day, denver.closed-day",
    "東京, opens, 東京.opens",
  })
  void aSettingThatIsNoneIsRefusedInsteadOfIgnored(String name, String setting, String refused) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () ->
                workingTime(
                    """
                    customer-focus.working-time.calendars:
                      %s: {%s: x}
                    """
                        .formatted(name, setting)))
        .withMessage(
            "customer-focus.working-time.calendars.%s is no setting of a working time calendar.",
            refused);
  }

  @Test
  void aFileOfPropertiesKeepsNamesToo() throws Exception {
    var environment = new StandardEnvironment();
    new PropertiesPropertySourceLoader()
        .load(
            "test",
            file(
                """
                customer-focus.working-time.calendars.New\\ York.zone=America/New_York
                customer-focus.working-time.calendars.toledo.zone=Europe/Madrid
                """))
        .forEach(environment.getPropertySources()::addFirst);

    assertThat(workingTime(environment).calendar("New York").zone())
        .isEqualTo(ZoneId.of("America/New_York"));
  }

  @Test
  void elsewhereThanInAFileANameThatWouldLoseCharactersIsRefused() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "command line",
                Map.of("customer-focus.working-time.calendars.New York.zone", "America/New_York")));

    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> workingTime(environment))
        .withMessage(
            "The setting customer-focus.working-time.calendars.New York.zone would lose characters"
                + " of its name.")
        .satisfies(
            e ->
                assertThat(e.analysis().getAction())
                    .isEqualTo(
                        "Write it as customer-focus.working-time.calendars[New York].zone, or in an"
                            + " application.yaml."));
  }

  @Test
  void theProgramKeepsNamesAndTellsItsCalendarsInTheLog() {
    try (var context =
            program()
                .run(
                    "--spring.config.location=classpath:/com/customerfocus/worktime/calendars.yaml");
        var log = new LogLines()) {
      var calendars = context.getBean(WorkingTime.class);

      assertThat(calendars.calendar("New York").zone()).isEqualTo(ZoneId.of("America/New_York"));
      assertThat(calendars.calendar("東京").zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
      assertThat(calendars.calendar(null).zone()).isEqualTo(ZoneId.of("America/New_York"));
      assertThat(calendars.sites()).containsExactly("New York", "東京");
      calendars.afterSingletonsInstantiated();
      assertThat(log.all())
          .hasSize(2)
          .satisfies(
              line ->
                  assertThat(line)
                      .startsWith(
                          "INFO com.customerfocus.worktime.WorkingTime Working time calendar New"
                              + " York (New York, all without a calendar of their own;"
                              + " America/New_York), special days of the next twelve months:"
                              + " 2026-11-26 Thanksgiving Day, 2026-12-24 open 09:00-13:00,"
                              + " 2026-12-25 Christmas, 2027-01-01 New Year's Day,"),
              atIndex(0))
          .endsWith(
              "INFO com.customerfocus.worktime.WorkingTime Working time calendar 東京 (東京;"
                  + " Asia/Tokyo), special days of the next twelve months: none");
    }
  }

  @Test
  void theProgramSaysWhatIsWrongWithAName(CapturedOutput output) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(
            () -> program().run("--customer-focus.working-time.calendars.New York.zone=UTC"));

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("Write it as customer-focus.working-time.calendars[New York].zone");
  }

  private static SpringApplicationBuilder program() {
    return new SpringApplicationBuilder(Program.class).web(WebApplicationType.NONE);
  }

  private static WorkingTime workingTime(String yaml) {
    var environment = new StandardEnvironment();
    try {
      new YamlPropertySourceLoader()
          .load("test", file(yaml))
          .forEach(environment.getPropertySources()::addFirst);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return workingTime(environment);
  }

  private static WorkingTime workingTime(StandardEnvironment environment) {
    new CalendarNames().postProcessEnvironment(environment, new SpringApplication());
    return new WorkingTime(
        Binder.get(environment)
            .bind(WorkingTimeProperties.PREFIX, WorkingTimeProperties.class)
            .get(),
        CLOCK);
  }

  private static ByteArrayResource file(String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }
}
