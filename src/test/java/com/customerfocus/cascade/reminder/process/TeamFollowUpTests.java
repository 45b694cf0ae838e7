package com.customerfocus.cascade.reminder.process;

import static com.customerfocus.cascade.reminder.process.TeamFollowUpProcess.FOLLOW_UP_TEAM;
import static com.customerfocus.cascade.reminder.process.TeamFollowUpProcess.RECORD_FOLLOW_UP;
import static com.customerfocus.cascade.reminder.process.TeamFollowUpProcess.TEAM_ACKNOWLEDGED;
import static com.customerfocus.cascade.reminder.process.TeamFollowUpProcess.TEAM_FOLLOWED_UP;
import static com.customerfocus.cascade.reminder.process.TeamFollowUpProcess.TEAM_REACHED;
import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.cascade.briefing.process.TeamBriefingProcess;
import com.customerfocus.cascade.process.MemoCascadeProcess;
import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.cascade.receipt.ReceiptState;
import com.customerfocus.cascade.reminder.ReminderSteps;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.cascade.report.ReceiptLine;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A manager follows up on people reminded without success: of Boss's team Ana and Fred were
 * briefed, Com and Solo have not answered.
 */
@CustomerFocusTest
@TakesAllOf(TeamFollowUpProcess.KEY)
class TeamFollowUpTests {

  private static final int TEAMS = 20;

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final ReminderSteps reminderSteps;
  private final CascadeReports reports;
  private final Mailbox mailbox;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  private ProcessInstance memo;
  private long cascade;

  @Autowired
  TeamFollowUpTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      ReminderSteps reminderSteps,
      CascadeReports reports,
      Mailbox mailbox,
      MovableClock clock,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.reminderSteps = reminderSteps;
    this.reports = reports;
    this.mailbox = mailbox;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void twoArePending() {
    init(engine);
    SmallCompany.people().importInto(importer);
    memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    cascade = cascadeSteps.cascadeId(memo);
    cascadeSteps.brief("boss", List.of("ana", "fred"));
  }

  // Invalid reports

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake(
            List.of(),
            List.of("solo"),
            " ",
            "Say why you excuse people: the reason is shown in the report."),
        mistake(
            List.of("com"),
            List.of(),
            "On long leave",
            "You give a reason for excusing people, but ticked nobody: tick whom you excuse, or empty the reason."),
        mistake(
            List.of("com", "solo"),
            List.of("solo"),
            "On long leave",
            "Ticked both as briefed and as excused: Solo. Untick one of the two."),
        mistake(
            List.of("bea"),
            List.of("<b>"),
            "On long leave",
            "Not in your team: <b>, bea. Open the task again to see who is."),
        mistake(
            List.of(),
            List.of("solo"),
            "x".repeat(1_001),
            "The reason for excusing people has 1,001 characters; at most 1,000 fit: shorten it."));
  }

  private static Arguments mistake(
      List<String> briefed, List<String> excused, String reason, String answer) {
    return Arguments.of(briefed, excused, reason, answer);
  }

  @ParameterizedTest(name = "{3}")
  @MethodSource("mistakes")
  void whatCannotBeTakenIsRefused(
      List<String> briefed, List<String> excused, String reason, String answer) {
    reminderSteps.remindInVain("boss");
    var followUp = followUp();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> report("boss", briefed, excused, reason))
        .withMessage(answer);

    assertThat(followUp).isWaitingAtExactly(FOLLOW_UP_TEAM);
    assertThat(cascadeSteps.statesOf(cascade, "com", "solo")).containsOnly("PENDING");
  }

  @Test
  void onlyTheManagerMayFollowUp() {
    reminderSteps.remindInVain("boss");

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> report("ana", List.of("com"), List.of(), null));
  }

  // The manager's form

  @Test
  void aDayAfterTheLastReminderTheManagerGetsTheListOfPendingReaders() {
    reminderSteps.sweepDaysFromDueDate("boss", -2);
    reminderSteps.sweepDaysFromDueDate("boss", 0);
    reminderSteps.sweepDaysFromDueDate("boss", 3);
    assertThat(tasks()).isEmpty();
    reminderSteps.sweepInDays(1);

    var task = tasks().get(0);
    assertThat(task).isAssignedTo("boss");
    assertThat(task.getName()).isEqualTo("Follow up the team: The customer comes first");
    assertThat(task.getDueDate().toInstant()).isAfter(clock.instant());
    assertThat(cascadeSteps.shown("boss", task, "teamText", String.class))
        .contains("<td>Com</td><td>3, the last one on ", "<td>Solo</td><td>3, the last one on ")
        .doesNotContain("Ana", "Fred");
    var fields = cascadeSteps.shown("boss", task, "followUp", SpinJsonNode.class);
    assertThat(fields.prop("team").elements())
        .extracting(choice -> choice.prop("label").stringValue())
        .containsExactly("Com", "Solo");
    assertThat(fields.prop("briefed").elements()).isEmpty();
    assertThat(fields.prop("excused").elements()).isEmpty();
    assertThat(letterToBoss()).contains("2 people in your team", "Follow up the team");
    reminderSteps.sweep();
    assertThat(tasks()).hasSize(1);
  }

  @Test
  void theListIsTrueWheneverItIsOpened() {
    rows.update("update person set mail = null, name = '<script>Solo' where id = 'solo'");
    reminderSteps.remindInVain("boss");
    assertThat(cascadeSteps.shown("boss", tasks().get(0), "teamText", String.class))
        .contains("<td>&lt;script&gt;Solo</td><td>Has no mail address</td>", "Com");

    cascadeSteps.acknowledge(cascade, "com");

    assertThat(cascadeSteps.shown("boss", tasks().get(0), "teamText", String.class))
        .contains("Solo")
        .doesNotContain("Com");
    assertThat(letterToBoss()).contains("One person in your team");
  }

  @Test
  void aManagerOfTheTeamWhoHasNotBriefedTheOwnOneIsOnTheList() {
    cascadeSteps.brief("ana", List.of("eva"));

    reminderSteps.remindInVain("ana");

    assertThat(cascadeSteps.shown("ana", taskOf("ana"), "teamText", String.class))
        .contains(
            "<td>Bea</td><td>Has not briefed the own team yet, which would count as the answer</td>");
  }

  // Results

  @Test
  void theManagerMarksReadersAsBriefedOrExcused() {
    var briefing = briefingOfBoss();
    reminderSteps.remindInVain("boss");
    var followUp = followUp();

    report("boss", List.of("com"), List.of("solo"), " On <b>long</b> leave until May ");

    assertThat(followUp).isEnded().hasPassed(RECORD_FOLLOW_UP, TEAM_FOLLOWED_UP);
    assertThat(briefing).isEnded();
    assertThat(cascadeSteps.statesOf(cascade, "com", "solo")).containsExactly("BRIEFED", "EXCUSED");
    assertThat(receiptOf("solo"))
        .extracting(ReceiptLine::excusedBy, ReceiptLine::excusedAt, ReceiptLine::excuseReason)
        .containsExactly("boss", clock.instant(), "On <b>long</b> leave until May");
    assertThat(receiptOf("com").excusedBy()).isNull();
    assertThat(reports.figures(cascade).orElseThrow().total().excused()).isEqualTo(1);
    reminderSteps.sweepInDays(10);
    assertThat(tasks()).isEmpty();
    cascadeSteps.acknowledge(cascade, "solo");
    assertThat(receiptOf("solo").state()).isEqualTo(ReceiptState.EXCUSED);
  }

  @Test
  void pendingReadersAreOnANewListThreeWorkingDaysLater() {
    var briefing = briefingOfBoss();
    reminderSteps.remindInVain("boss");

    report("boss", List.of("com"), null, null);
    assertThat(tasks()).isEmpty();
    assertThat(briefing).isActive();
    reminderSteps.sweepInDays(2);
    assertThat(tasks()).isEmpty();
    reminderSteps.sweepInDays(1);

    assertThat(tasks()).hasSize(1);
    assertThat(cascadeSteps.shown("boss", tasks().get(0), "teamText", String.class))
        .contains("Solo", "3, the last one")
        .doesNotContain("Com");
    report("boss", null, null, "");
    reminderSteps.sweepInDays(3);
    report("boss", List.of("solo"), null, null);
    assertThat(briefing).isEnded();
    assertThat(mailsToBossThatATeamIsLate()).isEqualTo(3);
  }

  @Test
  void aReaderWhoHasAcknowledgedMeanwhileStaysAcknowledged() {
    reminderSteps.remindInVain("boss");
    cascadeSteps.acknowledge(cascade, "com");

    report("boss", List.of(), List.of("com", "solo"), "On long leave");

    assertThat(cascadeSteps.statesOf(cascade, "com", "solo"))
        .containsExactly("ACKNOWLEDGED", "EXCUSED");
    assertThat(receiptOf("com").excuseReason()).isNull();
  }

  @Test
  void theTaskEndsWhenTheLastOfTheTeamAcknowledges() {
    var briefing = briefingOfBoss();
    reminderSteps.remindInVain("boss");
    var followUp = followUp();

    cascadeSteps.acknowledge(cascade, "com");
    assertThat(followUp).isWaitingAtExactly(FOLLOW_UP_TEAM);
    cascadeSteps.acknowledge(cascade, "solo");

    assertThat(followUp).isEnded().hasPassed(TEAM_ACKNOWLEDGED, TEAM_REACHED);
    assertThat(briefing).isEnded();
  }

  @Test
  void theTaskEndsWhenTheMemoIsWithdrawn() {
    reminderSteps.remindInVain("boss");
    var followUp = followUp();

    cascadeSteps.complete(
        "boss",
        cascadeSteps.task(memo, MemoCascadeProcess.FOLLOW_CASCADE),
        "intervention",
        Map.of("what", "withdraw", "reason", "The merger is off"));
    cascadeSteps.runJobs();

    assertThat(followUp).isEnded();
    reminderSteps.sweepInDays(5);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void theLastOfATeamAcknowledgesWhileTheManagerCompletesTheTask() throws Exception {
    // The first memo would also go to people who join now.
    cascadeSteps.complete(
        "boss",
        cascadeSteps.task(memo, MemoCascadeProcess.FOLLOW_CASCADE),
        "intervention",
        Map.of("what", "withdraw", "reason", "The merger is off"));
    cascadeSteps.runJobs();
    var company = SmallCompany.people();
    IntStream.range(0, TEAMS)
        .forEach(i -> company.add("m" + i, "boss", "Care", "").add("r" + i, "m" + i, "Care", ""));
    company.importInto(importer);
    var second = cascadeSteps.launchAndRelease("boss", "com");
    cascadeSteps.brief("boss", List.of("com", "solo"));
    IntStream.range(0, TEAMS).forEach(i -> cascadeSteps.brief("m" + i, List.of()));
    reminderSteps.remindInVain("m0");

    for (int i = 0; i < TEAMS; i++) {
      var manager = "m" + i;
      var person = "r" + i;
      var task = taskOf(manager);
      Callable<Boolean> completes =
          () -> {
            try {
              cascadeSteps.complete(manager, task, "followUp", Map.of());
            } catch (RuntimeException e) {
              // The engine reports the ended task in several ways.
              return false;
            }
            return true;
          };
      Callable<Boolean> answers =
          () -> {
            cascadeSteps.acknowledge(second, person);
            return true;
          };

      assertThat(atTheSameMoment(List.of(completes, answers)).get(1)).isTrue();
      assertThat(cascadeSteps.stateOf(second, person)).isEqualTo("ACKNOWLEDGED");
    }

    assertThat(tasks()).noneMatch(task -> task.getAssignee().startsWith("m"));
    assertThat(
            cascadeSteps.count(
                "select count(*) from briefing where state = 'DONE' and manager_id like 'm%'"))
        .isEqualTo(TEAMS);
    reminderSteps.sweepInDays(5);
    assertThat(tasks()).noneMatch(task -> task.getAssignee().startsWith("m"));
  }

  // Helpers

  private List<Task> tasks() {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey(FOLLOW_UP_TEAM).list();
  }

  private Task taskOf(String manager) {
    return tasks().stream()
        .filter(task -> manager.equals(task.getAssignee()))
        .findFirst()
        .orElseThrow();
  }

  private ProcessInstance followUp() {
    return instance(tasks().get(0).getProcessInstanceId());
  }

  private ProcessInstance briefingOfBoss() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(TeamBriefingProcess.KEY)
        .activityIdIn(TeamBriefingProcess.TEAM_ACKNOWLEDGED)
        .singleResult();
  }

  private ProcessInstance instance(String id) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(id)
        .singleResult();
  }

  private void report(String by, List<String> briefed, List<String> excused, String reason) {
    var fields = new HashMap<String, Object>();
    fields.put("briefed", briefed);
    fields.put("excused", excused);
    fields.put("excuseReason", reason);
    cascadeSteps.complete(by, tasks().get(0), "followUp", fields);
  }

  private ReceiptLine receiptOf(String person) {
    var found = new ArrayList<ReceiptLine>();
    reports.receipts(
        cascade,
        receipt -> {
          if (receipt.personId().equals(person)) {
            found.add(receipt);
          }
        });
    return found.get(0);
  }

  private String letterToBoss() {
    return mailbox.newest("boss@", Long.MAX_VALUE, 1).get(0).content().text();
  }

  private long mailsToBossThatATeamIsLate() {
    return cascadeSteps.count("select count(*) from notice where kind = 'team-late'");
  }
}
