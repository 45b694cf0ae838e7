package com.customerfocus.cascade.reminder;

import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Recipients and times of reminders. The boss has briefed four direct reports, who were all absent:
 * Ann, who has to brief Al; Bob and Eve, who have no team; and Noa, who has no mail address.
 */
@CustomerFocusTest
class ReminderTests {

  private static final String MEMO = "memo-reminder";
  private static final String BRIEFING = "briefing-reminder";

  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final ReminderSteps reminderSteps;
  private final ReminderService reminders;
  private final ProcessEngine engine;
  private final Mailbox mailbox;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  private long cascade;

  @Autowired
  ReminderTests(
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      ReminderSteps reminderSteps,
      ReminderService reminders,
      ProcessEngine engine,
      Mailbox mailbox,
      MovableClock clock,
      JdbcTemplate rows) {
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.reminderSteps = reminderSteps;
    this.reminders = reminders;
    this.engine = engine;
    this.mailbox = mailbox;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void everyoneWasAbsent() {
    company().importInto(importer);
    cascade = cascadeSteps.launchAndRelease("boss", "com");
    brief("boss", List.of("com"));
  }

  private static Company company() {
    return new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("com", "Com", "boss", "Board", "en", "communications")
        .add("ann", "Ann", "boss", "Sales", "es", "")
        .add("al", "Al", "ann", "Sales", "en", "")
        .add("bob", "Bob", "boss", "Care", "en", "")
        .add("eve", "Eve", "boss", "Care", "es", "")
        .addWithoutMail("noa", "Noa", "boss", "Care");
  }

  // No reminder

  @Test
  void peopleAreNotRemindedOfANewMemo() {
    reminderSteps.sweep();
    clock.moveBy(Duration.ofHours(6));
    reminderSteps.sweep();

    assertThat(reminded(MEMO)).isEmpty();
    assertThat(reminded(BRIEFING)).isEmpty();
  }

  @Test
  void aReaderWhoHasAcknowledgedIsNotReminded() {
    cascadeSteps.acknowledge(cascade, "bob");

    reminderSteps.sweepDaysFromDueDate("boss", -2);
    assertThat(reminded(MEMO)).containsExactly("eve");
    cascadeSteps.acknowledge(cascade, "eve");
    reminderSteps.sweepDaysFromDueDate("boss", 0);

    assertThat(reminded(MEMO)).containsExactly("eve");
  }

  @Test
  void aReaderWhoAnswersBeforeTheMailIsSentGetsNone() {
    reminderSteps.sweepDaysFromDueDate("boss", -2);
    assertThat(newestLetterTo("bob")).isNotNull();

    cascadeSteps.acknowledge(cascade, "bob");

    assertThat(newestLetterTo("bob")).isNull();
    assertThat(newestLetterTo("eve")).isNotNull();
  }

  @Test
  void aManagerWhoHasBriefedTheTeamIsNotReminded() {
    reminderSteps.sweepDaysFromBriefingDue("ann", -1);
    assertThat(newestLetterTo("ann").text()).contains("Boss te pidió").doesNotContain("/memo/");
    brief("ann", List.of("al"));

    assertThat(newestLetterTo("ann")).as("a reminder that was not sent yet").isNull();
    reminderSteps.sweepDaysFromBriefingDue("ann", 0);
    assertThat(reminded(BRIEFING)).containsExactly("ann");
  }

  @Test
  void peopleAreNotRemindedOfAClosedMemo() {
    reminderSteps.sweep();
    rows.update("update cascade set state = 'WITHDRAWN' where id = ?", cascade);

    reminderSteps.sweepDaysFromDueDate("boss", 0);

    assertThat(reminded(MEMO)).isEmpty();
    assertThat(reminded(BRIEFING)).isEmpty();
    assertThat(toLookAt()).isZero();
  }

  @Test
  void theSweepSkipsBriefingsWithoutFurtherReminders() {
    reminderSteps.sweep();
    List.of("bob", "eve", "noa").forEach(person -> cascadeSteps.acknowledge(cascade, person));
    brief("ann", List.of("al"));

    reminderSteps.sweepDaysFromDueDate("boss", 0);

    assertThat(reminded(MEMO)).isEmpty();
    assertThat(toLookAt()).isZero();
  }

  // Reminders

  @Test
  void peopleAreRemindedTwoDaysBeforeOnTheDayAndThreeDaysAfter() {
    reminderSteps.sweepDaysFromDueDate("boss", -3);
    assertThat(reminded(MEMO)).isEmpty();

    reminderSteps.sweepDaysFromDueDate("boss", -2);
    assertThat(reminded(MEMO)).containsExactly("bob", "eve");
    clock.moveBy(Duration.ofMinutes(1));
    reminderSteps.sweep();
    assertThat(reminded(MEMO)).containsExactly("bob", "eve");

    reminderSteps.sweepDaysFromDueDate("boss", 0);
    assertThat(reminded(MEMO)).containsExactly("bob", "bob", "eve", "eve");
    reminderSteps.sweepDaysFromDueDate("boss", 2);
    assertThat(reminded(MEMO)).containsExactly("bob", "bob", "eve", "eve");

    reminderSteps.sweepDaysFromDueDate("boss", 3);
    assertThat(reminded(MEMO)).containsExactly("bob", "bob", "bob", "eve", "eve", "eve");
    assertThat(newestLetterTo("bob").subject()).isEqualTo("Reminder: The customer comes first");
    assertThat(newestLetterTo("bob").text()).contains("http://localhost/memo/", "was due on");
    assertThat(newestLetterTo("eve").subject()).isEqualTo("Recordatorio: El cliente es lo primero");
  }

  @Test
  void managersAreRemindedADayBeforeTheBriefingIsDueAndWhenItIs() {
    reminderSteps.sweepDaysFromBriefingDue("ann", -2);
    assertThat(reminded(BRIEFING)).isEmpty();

    reminderSteps.sweepDaysFromBriefingDue("ann", -1);
    assertThat(reminded(BRIEFING)).containsExactly("ann");
    reminderSteps.sweep();
    reminderSteps.sweepDaysFromBriefingDue("ann", 0);
    assertThat(reminded(BRIEFING)).containsExactly("ann", "ann");
    reminderSteps.sweepDaysFromBriefingDue("ann", 3);

    assertThat(reminded(BRIEFING)).containsExactly("ann", "ann");
    assertThat(reminded(MEMO)).as("briefing the team is the answer").doesNotContain("ann");
  }

  @Test
  void aSubstituteIsRemindedInTheManagersPlace() {
    var task = cascadeSteps.briefingOf("ann").orElseThrow();
    engine.getTaskService().setAssignee(task.getId(), "bob");

    reminderSteps.sweepDaysFromBriefingDue("ann", -1);

    assertThat(reminded(BRIEFING)).containsExactly("bob");
    assertThat(newestLetterTo("bob").text())
        .contains("Hello Bob", "Boss asked Ann to pass a memo on", "The customer comes first");
  }

  @Test
  void aManagerWithMoreTimeIsRemindedAgain() {
    reminderSteps.sweepDaysFromBriefingDue("ann", 0);
    assertThat(reminded(BRIEFING)).containsExactly("ann");

    rows.update(
        """
        update briefing set due_at = ?, check_reminders_at = default,
          reminders_processed_until = null
         where manager_id = 'ann'
        """,
        utcNow().plusDays(14));
    reminderSteps.sweep();
    assertThat(reminded(BRIEFING)).containsExactly("ann");
    reminderSteps.sweepDaysFromBriefingDue("ann", -1);
    reminderSteps.sweepDaysFromBriefingDue("ann", 0);

    assertThat(reminded(BRIEFING)).containsExactly("ann", "ann", "ann");
  }

  @Test
  void anotherMemoHasRemindersOfItsOwn() {
    var memo = CascadeSteps.memo();
    memo.put("reminderDays", "1, -4");
    var instance = cascadeSteps.launch("boss", memo);
    cascadeSteps.release("com", instance);
    cascadeSteps.acknowledge(cascade, "bob");
    cascadeSteps.acknowledge(cascade, "eve");
    brief("boss", List.of("com", "eve"));

    reminderSteps.sweepDaysFromDueDate("boss", -4);
    assertThat(reminded(MEMO)).containsExactly("bob");
    reminderSteps.sweepDaysFromDueDate("boss", 0);
    assertThat(reminded(MEMO)).containsExactly("bob");
    reminderSteps.sweepDaysFromDueDate("boss", 1);
    assertThat(reminded(MEMO)).containsExactly("bob", "bob");
  }

  @Test
  void aTeamThatIsWaitedForOnceMoreHasItsTimeAndIsRemindedAgain() {
    cascadeSteps.acknowledge(cascade, "bob");
    List.of("eve", "noa").forEach(person -> cascadeSteps.acknowledge(cascade, person));
    brief("ann", List.of("al"));
    reminderSteps.sweepInDays(10);
    assertThat(toLookAt()).isZero();

    rows.update("update receipt set state = 'PENDING' where person_id = 'bob'");
    rows.update(
        """
        update briefing set state = 'WAITING', acknowledgements_due_at = null,
          check_reminders_at = default,
          reminders_processed_until = null where manager_id = 'boss'
        """);
    reminderSteps.sweep();
    assertThat(reminded(MEMO)).isEmpty();
    reminderSteps.sweepDaysFromDueDate("boss", -2);

    assertThat(reminded(MEMO)).containsExactly("bob");
    assertThat(reminded("team-late")).isEmpty();
  }

  // Nodes that were down, and several nodes

  @Test
  void aNodeThatWasDownSendsOneReminderNotAllItMissed() {
    reminderSteps.sweep();
    clock.moveBy(Duration.ofDays(16));

    reminderSteps.sweep();

    assertThat(reminded(MEMO)).containsExactly("bob", "eve");
    assertThat(reminded(BRIEFING)).containsExactly("ann");
    assertThat(reminded("team-late")).as("people have a day to follow the reminder").isEmpty();
    reminderSteps.sweepInDays(1);
    assertThat(reminded(MEMO)).containsExactly("bob", "eve");
    assertThat(reminded("team-late")).containsExactly("boss");
  }

  @Test
  void concurrentSweepsOfNodesRemindOnce() throws Exception {
    // Otherwise the memo of the small company also reaches the large one.
    rows.update("update cascade set state = 'CLOSED'");
    var company = company();
    IntStream.range(0, 30)
        .forEach(i -> company.add("m" + i, "boss", "Care", "").add("r" + i, "m" + i, "Care", ""));
    company.importInto(importer);
    cascadeSteps.launchAndRelease("boss", "com");
    brief("boss", List.of("com"));
    IntStream.range(0, 30).forEach(i -> brief("m" + i, List.of()));
    var managers = IntStream.range(0, 29).mapToObj(i -> "m" + i).sorted().toList();
    Callable<Boolean> node =
        () -> {
          reminderSteps.sweep();
          return true;
        };

    for (var days : List.of(-2, 0, 3)) {
      reminderSteps.moveToDaysFromDueDate("m0", days);
      atTheSameMoment(Collections.nCopies(4, node));
    }
    assertThat(
            cascadeSteps.count(
                "select count(*) from notice where kind = ? and recipient_id like 'r%'", MEMO))
        .isEqualTo(3 * 30);
    clock.moveBy(Duration.ofDays(4));
    cascadeSteps.acknowledge(newest(), "r29");
    atTheSameMoment(Collections.nCopies(4, node));

    assertThat(reminded("team-late"))
        .filteredOn(person -> person.startsWith("m"))
        .containsExactlyElementsOf(managers);
    assertThat(
            cascadeSteps.count(
                "select count(*) from briefing b where b.check_reminders_at <= ?", utcNow()))
        .isZero();
  }

  // Helpers

  private void brief(String manager, List<String> present) {
    cascadeSteps.brief(manager, present);
  }

  private long newest() {
    return cascadeSteps.count("select max(id) from cascade");
  }

  private OffsetDateTime utcNow() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** Names of people with a notice of this kind, once for each notice. */
  private List<String> reminded(String kind) {
    return rows.queryForList(
        "select recipient_id from notice where kind = ? order by recipient_id", String.class, kind);
  }

  private long toLookAt() {
    return cascadeSteps.count("select count(*) from briefing where check_reminders_at is not null");
  }

  private MailContent newestLetterTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 1).stream()
        .map(MailboxEntry::content)
        .toList()
        .get(0);
  }
}
