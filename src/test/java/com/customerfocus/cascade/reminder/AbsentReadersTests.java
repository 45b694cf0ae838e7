package com.customerfocus.cascade.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Actor;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.cascade.report.ProgressTexts;
import com.customerfocus.cascade.report.ReceiptLine;
import com.customerfocus.organization.absence.AbsenceEntry;
import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reminders of readers who are away. The boss has briefed none of the team but Com on Monday, 2
 * March 2026, at nine o'clock UTC; reminders are due on Thursday the 5th, Monday the 9th and
 * Thursday the 12th, the manager's list on Friday the 13th. Bob and Eve work in Toledo, Dee in
 * Boulder.
 */
@CustomerFocusTest
class AbsentReadersTests {

  private static final String MEMO = "memo-reminder";

  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final ReminderSteps reminderSteps;
  private final Reminders reminders;
  private final FollowUpTexts followUpTexts;
  private final ProgressTexts progressTexts;
  private final CascadeReports reports;
  private final AbsenceService absences;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  private long cascade;

  @Autowired
  AbsentReadersTests(
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      ReminderSteps reminderSteps,
      Reminders reminders,
      FollowUpTexts followUpTexts,
      ProgressTexts progressTexts,
      CascadeReports reports,
      AbsenceService absences,
      MovableClock clock,
      JdbcTemplate rows) {
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.reminderSteps = reminderSteps;
    this.reminders = reminders;
    this.followUpTexts = followUpTexts;
    this.progressTexts = progressTexts;
    this.reports = reports;
    this.absences = absences;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void theTeamWasNotThere() {
    new Company()
        .at("Toledo")
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("com", "Com", "boss", "Board", "en", "communications")
        .add("ann", "Ann", "boss", "Sales", "es", "")
        .add("al", "Al", "ann", "Sales", "en", "")
        .add("bob", "Bob", "boss", "Care", "en", "")
        .add("eve", "Eve", "boss", "Care", "es", "")
        .at("Boulder")
        .add("dee", "Dee", "boss", "Care", "en", "")
        .importInto(importer);
    cascade = cascadeSteps.launchAndRelease("boss", "com");
    cascadeSteps.brief("boss", List.of("com"));
    reminderSteps.sweep();
  }

  @ParameterizedTest(name = "away from {0} to {1}: reminded {2}")
  @CsvSource({
    // The whole time.
    "02, 31, ''",
    // Beginning on the day of a reminder, ending on it, that day alone.
    "05, 08, '09 12'",
    "03, 05, '06 09 12'",
    "05, 05, '06 09 12'",
    // Over a weekend: back with the next reminder, one mail.
    "04, 08, '09 12'",
    "04, 06, '09 12'",
    // Around a reminder, not on it.
    "03, 04, '05 09 12'",
    "10, 11, '05 09 12'",
    // Two and all three reminders missed make one.
    "05, 09, '10 12'",
    "05, 12, 13",
    "03, 16, 17",
    "09, 12, '05 13'",
  })
  void areRemindedWhenTheyAreBack(String from, String until, String reminded) {
    away("bob", from, until);

    sweepHourByHour("2026-03-18T09:00:00Z");

    assertThat(daysReminded("bob")).isEqualTo(reminded);
    assertThat(daysReminded("eve")).as("a colleague").isEqualTo("05 09 12");
  }

  @Test
  void areRemindedInTheFirstOpenHourOfTheirManagersSite() {
    away("bob", "05", "05");

    sweepHourByHour("2026-03-06T12:00:00Z");

    assertThat(
            rows.queryForList(
                "select created_at from notice where kind = ? and recipient_id = 'bob'",
                OffsetDateTime.class,
                MEMO))
        .extracting(OffsetDateTime::toInstant)
        .containsExactly(Instant.parse("2026-03-06T08:00:00Z"));
  }

  @Test
  void oneAbsenceAfterAnotherIsOne() {
    away("bob", "04", "06");
    away("bob", "07", "10");

    sweepHourByHour("2026-03-11T17:00:00Z");

    assertThat(daysReminded("bob")).isEqualTo("11");
  }

  @Test
  void areRemindedAsPlannedWhenTheyAreBackEarly() {
    away("bob", "04", "31");
    sweepHourByHour("2026-03-06T12:00:00Z");
    assertThat(daysReminded("bob")).isEmpty();

    absences.report(
        Optional.empty(), new AbsenceEntry("back", null, null, null, null), Actor.of("bob"));
    sweepHourByHour("2026-03-09T12:00:00Z");

    assertThat(daysReminded("bob")).isEqualTo("09");
  }

  @Test
  void aReaderRemindedBeforeTheAbsenceWasKnownIsNotRemindedTwice() {
    reminderSteps.sweepDaysFromDueDate("boss", -2);
    away("bob", "05", "06");

    sweepHourByHour("2026-03-09T08:00:00Z");

    assertThat(daysReminded("bob")).isEqualTo("05");
  }

  @Test
  void aReaderWhoHasAcknowledgedMeanwhileIsNotReminded() {
    away("bob", "05", "05");
    reminderSteps.sweepDaysFromDueDate("boss", -2);
    cascadeSteps.acknowledge(cascade, "bob");

    sweepHourByHour("2026-03-09T08:00:00Z");

    assertThat(daysReminded("bob")).isEmpty();
  }

  @Test
  void theManagerSeesOnTheListWhoIsAwayAndUntilWhen() {
    away("bob", "03", "16");
    sweepHourByHour("2026-03-13T12:00:00Z");

    assertThat(lateTeam())
        .contains(
            "<td>Bob<br/><em>away until 16 March 2026</em></td><td>None yet</td>",
            "<td>Eve</td><td>3, the last one on Thursday, 12 March 2026</td>");
    rows.update("update person set language = 'es' where id = 'boss'");
    assertThat(lateTeam())
        .contains("<td>Bob<br/><em>ausente hasta el 16 de marzo de 2026</em></td><td>Ninguno");
    assertThat(managersTold()).isEqualTo(1);

    sweepHourByHour("2026-03-18T12:00:00Z");
    assertThat(lateTeam()).contains("<td>Bob</td><td>1, el último el martes, 17 de marzo de 2026");
    assertThat(managersTold()).as("the manager has the list already").isEqualTo(1);
  }

  @Test
  void theReceiptsSayWhoIsAway() {
    away("bob", "02", "16");
    away("eve", "03", "16");

    assertThat(awayUntil("bob")).isEqualTo("2026-03-16");
    assertThat(awayUntil("eve")).as("from tomorrow on").isNull();
    assertThat(awayUntil("ann")).isNull();
    clock.moveTo(Instant.parse("2026-03-16T22:59:59Z"));
    assertThat(awayUntil("bob")).isEqualTo("2026-03-16");
    clock.moveTo(Instant.parse("2026-03-16T23:00:00Z"));
    assertThat(awayUntil("bob")).isNull();
  }

  @ParameterizedTest(name = "{0} at {1}: {2}")
  @CsvSource({
    "bob, 2026-03-03T22:59:59Z, false",
    "bob, 2026-03-03T23:00:00Z, true",
    "bob, 2026-03-05T22:59:59Z, true",
    "bob, 2026-03-05T23:00:00Z, false",
    "dee, 2026-03-04T06:59:59Z, false",
    "dee, 2026-03-04T07:00:00Z, true",
    "dee, 2026-03-06T06:59:59Z, true",
    "dee, 2026-03-06T07:00:00Z, false",
  })
  void daysAreThoseOfThePersonsSite(String person, Instant at, boolean away) {
    away(person, "04", "05");

    assertThat(
            reminders.pending(briefingOfBoss(), at).stream()
                .filter(pending -> pending.personId().equals(person))
                .map(Reminders.Pending::awayUntil))
        .containsExactly(away ? LocalDate.of(2026, 3, 5) : null);
  }

  @Test
  void aManagerWithoutSubstituteIsNotRemindedWhileAway() {
    away("ann", "02", "31");
    away("boss", "02", "31");
    reminderSteps.sweepDaysFromBriefingDue("ann", 0);

    assertThat(recipients("briefing-reminder")).isEmpty();
  }

  @Test
  void theSubstituteIsRemindedInTheManagersPlace() {
    away("ann", "02", "31");
    while (absences.handOver()) {
      // One round is one transaction.
    }
    reminderSteps.sweepDaysFromBriefingDue("ann", 0);

    assertThat(recipients("briefing-reminder")).containsExactly("boss");
  }

  @Test
  void theProgressOfTheMemoSaysWhichLateManagersAreAway() {
    assertThat(progressTexts.progressHtml(cascade)).doesNotContain("away until");
    clock.moveTo(Instant.parse("2026-03-20T09:00:00Z"));
    away("ann", "20", "31");

    assertThat(progressTexts.progressHtml(cascade))
        .contains("<li>Ann, due on ", " (<em>away until 31 March 2026</em>)</li>");
  }

  // Helpers

  private void away(String person, String from, String until) {
    var days =
        AbsenceEntry.away(
            LocalDate.parse("2026-03-" + from), LocalDate.parse("2026-03-" + until), null);
    assertThat(absences.report(Optional.empty(), days, Actor.of(person)).problems()).isEmpty();
  }

  private void sweepHourByHour(String until) {
    while (clock.instant().isBefore(Instant.parse(until))) {
      clock.moveBy(Duration.ofHours(1));
      reminderSteps.sweep();
    }
  }

  /** Days of March. */
  private String daysReminded(String person) {
    return rows
        .queryForList(
            "select created_at from notice where kind = ? and recipient_id = ? order by id",
            OffsetDateTime.class,
            MEMO,
            person)
        .stream()
        .map(at -> at.toInstant().toString().substring(8, 10))
        .collect(Collectors.joining(" "));
  }

  private List<String> recipients(String kind) {
    return rows.queryForList("select recipient_id from notice where kind = ?", String.class, kind);
  }

  private int managersTold() {
    return recipients("team-late").size();
  }

  private String lateTeam() {
    return followUpTexts.lateTeamHtml(briefingOfBoss());
  }

  private long briefingOfBoss() {
    return cascadeSteps.count("select id from briefing where manager_id = 'boss'");
  }

  private String awayUntil(String person) {
    var lines = new ArrayList<ReceiptLine>();
    reports.receipts(cascade, lines::add);
    return lines.stream()
        .filter(line -> line.personId().equals(person))
        .map(line -> line.awayUntil() == null ? null : line.awayUntil().toString())
        .collect(ArrayList<String>::new, ArrayList::add, ArrayList::addAll)
        .get(0);
  }
}
