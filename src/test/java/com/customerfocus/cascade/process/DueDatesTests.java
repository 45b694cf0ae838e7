package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.CLOSING_DATE_COME;
import static com.customerfocus.cascade.process.MemoCascadeProcess.FOLLOW_CASCADE;
import static com.customerfocus.cascade.process.MemoCascadeProcess.REVIEW_REACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.notice.Mailbox;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * When a memo's steps are due, as the people concerned would count it:
 *
 * <pre>
 * Boss, Toledo
 * ├ Ana, Toledo
 * │ └ Dan
 * ├ Gil, Boulder
 * │ └ Hal
 * ├ Kim, at a site without a calendar: UTC
 * │ └ Lea
 * └ Com, in communications
 * </pre>
 */
@CustomerFocusTest
class DueDatesTests {

  private static final ZoneId TOLEDO = ZoneId.of("Europe/Madrid");
  private static final ZoneId BOULDER = ZoneId.of("America/Denver");
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final CascadeSteps cascadeSteps;
  private final OrganizationImporter importer;
  private final Mailbox mailbox;
  private final MovableClock clock;

  @Autowired
  DueDatesTests(
      CascadeSteps cascadeSteps,
      OrganizationImporter importer,
      Mailbox mailbox,
      MovableClock clock) {
    this.cascadeSteps = cascadeSteps;
    this.importer = importer;
    this.mailbox = mailbox;
    this.clock = clock;
  }

  @BeforeEach
  void theCompany() {
    new Company()
        .at("Toledo")
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("ana", "Ana", "boss", "Sales", "es", "")
        .add("dan", "Dan", "ana", "Sales", "en", "")
        .at("Boulder")
        .add("gil", "Gil", "boss", "Care", "en", "")
        .add("hal", "Hal", "gil", "Care", "en", "")
        .at("")
        .add("kim", "Kim", "boss", "Billing", "en", "")
        .add("lea", "Lea", "kim", "Billing", "en", "")
        .add("com", "Com", "boss", "Marketing", "en", "communications")
        .importInto(importer);
  }

  @ParameterizedTest(name = "released on {0} with {1} and {2} days")
  @CsvSource({
    // Friday; Saturday; the clocks go forward, and back, on the Sunday
    "2026-03-06T15:00, 1, 1, 2026-03-09T15:00, 2026-03-11T15:00",
    "2026-03-07T11:00, 1, 1, 2026-03-10T09:00, 2026-03-12T09:00",
    "2026-03-27T10:00, 1, 1, 2026-03-30T10:00, 2026-04-01T10:00",
    "2026-10-23T10:00, 1, 1, 2026-10-26T10:00, 2026-10-28T10:00",
    // Before Easter; with the clocks going forward in between; before Labour Day
    "2026-04-01T12:00, 1, 1, 2026-04-06T12:00, 2026-04-08T12:00",
    "2026-03-27T10:00, 1, 5, 2026-03-30T10:00, 2026-04-09T10:00",
    "2026-04-30T12:00, 2, 1, 2026-05-05T12:00, 2026-05-08T12:00",
    // In the night; before New Year and Epiphany
    "2026-03-02T22:00, 1, 1, 2026-03-04T09:00, 2026-03-06T09:00",
    "2026-12-30T16:00, 2, 1, 2027-01-04T16:00, 2027-01-08T16:00",
  })
  void theLaunchersDatesCountTheLaunchersWorkingDays(
      LocalDateTime released, int toBrief, int toAnswer, LocalDateTime due, LocalDateTime closes) {
    clock.moveTo(released.atZone(TOLEDO).toInstant());
    var memo = launch(toBrief, toAnswer);
    var review = cascadeSteps.task(memo, REVIEW_REACH);
    assertThat(
            cascadeSteps
                .shown("com", review, "reach", SpinJsonNode.class)
                .prop("completion")
                .stringValue())
        .isEqualTo(closes.toLocalDate().toString());

    cascadeSteps.release("com", memo);

    assertThat(dueDateOf("boss")).isEqualTo(due.atZone(TOLEDO).toInstant());
    var closing = closes.atZone(TOLEDO).toInstant();
    assertThat(cascadeSteps.task(memo, FOLLOW_CASCADE).getDueDate()).isEqualTo(Date.from(closing));
    clock.moveTo(closing.minusMillis(1));
    assertThat(cascadeSteps.isTimerDue(CLOSING_DATE_COME)).isFalse();
    clock.moveTo(closing);
    assertThat(cascadeSteps.isTimerDue(CLOSING_DATE_COME)).isTrue();
  }

  @ParameterizedTest(name = "briefed at {0}, Toledo time")
  @CsvSource({
    // After hours in Toledo, Thanksgiving in Boulder the day after, the moment of closing in UTC
    "2026-11-25T18:00, 2026-11-27T09:00, 2026-11-27T10:00, 2026-11-26T17:00",
    // Before hours in Boulder; clocks go forward there on the 8th, in Toledo on the 29th of March
    "2026-03-06T16:00, 2026-03-09T16:00, 2026-03-09T09:00, 2026-03-09T15:00",
    "2026-03-27T16:30, 2026-03-30T16:30, 2026-03-30T09:30, 2026-03-30T15:30",
    // Back in Toledo on the 25th of October (before hours in Boulder), in Boulder on the 1st of
    // November, whose 2nd is a holiday in Toledo
    "2026-10-23T16:30, 2026-10-26T16:30, 2026-10-26T09:00, 2026-10-26T14:30",
    "2026-10-30T17:00, 2026-11-03T17:00, 2026-11-02T10:00, 2026-11-02T16:00",
    // A Saturday everywhere
    "2026-05-16T12:00, 2026-05-19T09:00, 2026-05-19T09:00, 2026-05-19T09:00",
  })
  void eachManagersDatesCountTheWorkingDaysOfTheirSite(
      LocalDateTime briefed, LocalDateTime toledo, LocalDateTime boulder, LocalDateTime utc) {
    clock.moveTo(briefed.atZone(TOLEDO).toInstant());
    cascadeSteps.release("com", launch(1, 1));

    brief("boss", briefed.toLocalDate(), "ana", "gil", "kim", "com");

    assertThat(dueDateOf("ana")).isEqualTo(toledo.atZone(TOLEDO).toInstant());
    assertThat(dueDateOf("gil")).isEqualTo(boulder.atZone(BOULDER).toInstant());
    assertThat(dueDateOf("kim")).isEqualTo(utc.atZone(UTC).toInstant());
  }

  @Test
  void mailsNameTheReadersOwnTime() {
    clock.moveTo(ZonedDateTime.of(2026, 11, 25, 18, 0, 0, 0, TOLEDO).toInstant());
    cascadeSteps.release("com", launch(1, 1));
    brief("boss", LocalDate.of(2026, 11, 25), "ana", "gil", "kim", "com");

    assertThat(letterTo("gil"))
        .contains("by Friday, 27 November 2026, 10:00 (Mountain Standard Time)");
    assertThat(letterTo("ana"))
        .contains("viernes, 27 de noviembre de 2026, 09:00 (hora estándar de Europa central)");
    assertThat(letterTo("kim"))
        .contains("by Thursday, 26 November 2026, 17:00 (Coordinated Universal Time)");
  }

  @Test
  void aDayHasBegunWhereTheTeamIsBriefed() {
    cascadeSteps.release("com", launch(1, 1));
    brief("boss", LocalDate.of(2026, 3, 2), "ana", "gil", "kim", "com");
    clock.moveTo(ZonedDateTime.of(2026, 3, 3, 1, 0, 0, 0, TOLEDO).toInstant());
    var tuesday = LocalDate.of(2026, 3, 3);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("gil", tuesday, "hal"))
        .withMessage(
            "The day of the briefing, 2026-03-03, is still to come; today is 2026-03-02"
                + " (America/Denver). Hold the briefing first, then record it.");
    brief("gil", LocalDate.of(2026, 3, 2), "hal");
    brief("ana", tuesday, "dan");
  }

  @Test
  void theDayOfTheReleaseIsThatOfTheTeamsSite() {
    clock.moveTo(ZonedDateTime.of(2026, 3, 3, 0, 30, 0, 0, TOLEDO).toInstant());
    cascadeSteps.release("com", launch(1, 1));
    var monday = LocalDate.of(2026, 3, 2);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", monday, "ana", "gil", "kim", "com"))
        .withMessage(
            "The day of the briefing, 2026-03-02, is before the memo was released on 2026-03-03.");
    brief("boss", monday.plusDays(1), "ana", "gil", "kim", "com");
    brief("gil", monday, "hal");
  }

  private ProcessInstance launch(int daysToBrief, int daysToAcknowledge) {
    var memo = CascadeSteps.memo();
    memo.put("daysToBrief", daysToBrief);
    memo.put("daysToAcknowledge", daysToAcknowledge);
    return cascadeSteps.launch("boss", memo);
  }

  private void brief(String manager, LocalDate day, String... present) {
    cascadeSteps.brief(manager, Map.of("heldOn", day.toString(), "present", List.of(present)));
  }

  private Instant dueDateOf(String manager) {
    return cascadeSteps.briefingOf(manager).orElseThrow().getDueDate().toInstant();
  }

  private String letterTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 1).get(0).content().text();
  }
}
