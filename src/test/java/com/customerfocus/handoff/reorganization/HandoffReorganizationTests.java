package com.customerfocus.handoff.reorganization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.deadline.level.Turn;
import com.customerfocus.deadline.level.Turns;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.ImportReport;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.PromiseEvent;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseState;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The organization changes while handoffs are under way. */
@CustomerFocusTest
class HandoffReorganizationTests {

  private record Job(String manager, String department, String roles) {}

  /** Reads and writes for a task of a group that goes to another person, with its rights. */
  private static final int MOST_FOR_A_TASK = 12;

  private final Map<String, Job> staff = new LinkedHashMap<>();

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final HandoffView view;
  private final HandoffView texts;
  private final ServiceClocks clocks;
  private final Turns turns;
  private final PromiseReports promises;
  private final Mailbox mailbox;
  private final CountedDatabase database;
  private final JdbcTemplate rows;
  private final HandoffStandIns standIns;

  /** Statements of {@link #statementsOfAReorganization}. */
  private List<String> reorganization = List.of();

  @Autowired
  HandoffReorganizationTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      HandoffSteps steps,
      HandoffView view,
      HandoffView texts,
      ServiceClocks clocks,
      Turns turns,
      PromiseReports promises,
      Mailbox mailbox,
      CountedDatabase database,
      JdbcTemplate rows,
      HandoffStandIns standIns) {
    this.engine = engine;
    this.importer = importer;
    this.steps = steps;
    this.view = view;
    this.texts = texts;
    this.clocks = clocks;
    this.turns = turns;
    this.promises = promises;
    this.mailbox = mailbox;
    this.database = database;
    this.rows = rows;
    this.standIns = standIns;
  }

  @BeforeEach
  void people() {
    staff.put("boss", new Job(null, "Board", "senior-officer"));
    staff.put("olga", new Job("boss", "Order Desk", "department-head"));
    staff.put("oscar", new Job("olga", "Order Desk", "front-line"));
    staff.put("lena", new Job("boss", "Logistics", "department-head"));
    staff.put("luis", new Job("lena", "Logistics", ""));
    staff.put("lars", new Job("lena", "Logistics", ""));
    staff.put("wanda", new Job("boss", "Workshop", "department-head"));
    staff.put("walt", new Job("wanda", "Workshop", ""));
    imports();
  }

  @Test
  void theDryRunTellsWhereHandoffsWouldGoAndChangesNothing() {
    var asked = steps.asked();
    steps.accepted();
    steps.at("2026-03-02T10:00:00Z");
    logisticsJoinsTheWorkshop();
    staff.remove("luis");

    var dryRun = importer.dryRun(file()).report();

    assertThat(dryRun.consequences())
        .contains(
            "Closes Logistics: 2 open handoffs go to Workshop.",
            "One handoff promised by a leaver goes to the head of its department.");
    assertThat(view.handoff(HandoffSteps.id(asked)).partnerDepartment()).isEqualTo("logistics");
    assertThat(groups(steps.task(asked, "acceptHandoff"))).containsExactly("department-logistics");
    assertThat(imports().consequences()).isEqualTo(dryRun.consequences());
  }

  @Test
  void theSuccessorOfAClosedDepartmentHasTheTaskAndTheClock() {
    var handoff = steps.asked();
    var id = HandoffSteps.id(handoff);
    var due = clock(id).dueAt();
    steps.at("2026-03-02T10:00:00Z");
    logisticsJoinsTheWorkshop();

    imports();

    assertThat(groups(steps.task(handoff, "acceptHandoff"))).containsExactly("department-workshop");
    assertThat(view.handoff(id).partnerDepartment()).isEqualTo("workshop");
    assertThat(clock(id).holder()).isEqualTo("workshop");
    assertThat(clock(id).dueAt()).isEqualTo(due);
    assertThat(turns.list(new ClockSubject(HandoffClocks.KIND, id)))
        .extracting(Turn::holder, Turn::endedAt)
        .containsExactly(
            tuple("logistics", Instant.parse("2026-03-02T10:00:00Z")), tuple("workshop", null));
    assertThat(texts.handoffHtml(id)).contains("moved with the reorganization");
    steps.say(handoff, "walt", "acceptHandoff", "ACCEPT", "date", "2026-03-04T16:00");
    assertThat(steps.task(handoff, "deliver").getAssignee()).isEqualTo("walt");
    assertThat(groups(steps.task(handoff, "deliver"))).containsExactly("department-workshop");
  }

  @Test
  void aSuccessorWhoseMembersHaveNoGroupHasTheHeadToAct() {
    var handoff = steps.asked();
    staff.put("lena", new Job("boss", "Board", ""));
    staff.put("luis", new Job("boss", "Board", ""));
    staff.put("lars", new Job("boss", "Board", ""));

    assertThat(imports().consequences())
        .contains("Closes Logistics: one open handoff goes to Board.");

    assertThat(steps.task(handoff, "acceptHandoff").getAssignee()).isEqualTo("boss");
  }

  @Test
  void whatALeaverHasPromisedGoesToTheHeadWithThePromise() {
    var handoff = steps.accepted();
    var id = HandoffSteps.id(handoff);
    staff.remove("luis");

    assertThat(imports().consequences())
        .contains("One handoff promised by a leaver goes to the head of its department.");

    assertThat(steps.task(handoff, "deliver").getAssignee()).isEqualTo("lena");
    assertThat(view.handoff(id).ownerId()).isEqualTo("lena");
    var promise = promises.promise(view.handoff(id).promiseId()).orElseThrow();
    assertThat(promise.madeBy().id()).isEqualTo("lena");
    assertThat(promises.events(promise.id()))
        .extracting(PromiseEvent::kind, PromiseEvent::by, PromiseEvent::recipientId)
        .contains(tuple(PromiseEvent.Kind.HANDED_OVER, null, "lena"));
    assertThat(mailsTo("lena"))
        .extracting(MailContent::subject)
        .containsExactly("A handoff is yours now: A van for the pump of the mill");

    steps.say(handoff, "lena", "deliver", "DELIVER", "note", "The pump stands in the mill.");
    steps.confirm(handoff);
    assertThat(view.handoff(id).state()).isEqualTo(HandoffState.CONFIRMED);
    assertThat(promises.promise(promise.id()).orElseThrow().state()).isEqualTo(PromiseState.KEPT);
  }

  @Test
  void whatALeaverHadWithoutAPromiseGoesBackToTheDepartment() {
    var handoff = steps.asked();
    steps.say(
        handoff,
        "luis",
        "acceptHandoff",
        "GIVE_TO_COLLEAGUE",
        "colleague",
        "lars",
        "note",
        "Lars drives the van.");
    staff.remove("lars");

    assertThat(imports().consequences())
        .contains("One handoff that a leaver had goes back to its department.");

    var task = steps.task(handoff, "acceptHandoff");
    assertThat(task.getAssignee()).isNull();
    assertThat(groups(task)).containsExactly("department-logistics");
  }

  @Test
  void theManagerOfARequesterWhoLeftAnswersAndIsTold() {
    var handoff = steps.accepted();
    staff.remove("oscar");
    imports();

    steps.deliver(handoff);
    assertThat(mailsTo("oscar")).extracting(MailContent::subject).noneMatch(delivered());
    assertThat(mailsTo("olga")).extracting(MailContent::subject).anyMatch(delivered());
    assertThat(steps.task(handoff, "confirmResult").getAssignee()).isEqualTo("olga");
    steps.say(handoff, "olga", "confirmResult", "CONFIRM");

    assertThat(view.handoff(HandoffSteps.id(handoff)).state()).isEqualTo(HandoffState.CONFIRMED);
  }

  @Test
  void theSuccessorOfARequestersDepartmentAsksFromNowOn() {
    var handoff = steps.asked();
    var id = HandoffSteps.id(handoff);
    steps.say(handoff, "luis", "acceptHandoff", "ASK_BACK", "note", "How wide is the gate there?");
    orderDeskIsRenamed();

    assertThat(imports().consequences())
        .contains("Closes Order Desk: one open handoff that it asked for goes to Contracts.");

    assertThat(view.handoff(id).requesterDepartment()).isEqualTo("contracts");
    assertThat(clocks.clocks(new ClockSubject(HandoffClocks.KIND, id)))
        .extracting(ServiceClock::metric, ServiceClock::holder)
        .containsExactly(
            tuple(HandoffClocks.TIME_TO_OWN, "logistics"),
            tuple(HandoffClocks.TIME_TO_ANSWER, "contracts"));
    steps.say(handoff, "oscar", "answerPartner", "ANSWER", "note", "Two metres and forty.");
    assertThat(steps.open(handoff)).contains("acceptHandoff");
  }

  @Test
  void whatIsOverStaysWhereItWas() {
    var handoff = steps.delivered();
    steps.confirm(handoff);
    logisticsJoinsTheWorkshop();

    assertThat(imports().consequences()).noneMatch(it -> it.contains("handoff"));

    assertThat(view.handoff(HandoffSteps.id(handoff)).partnerDepartment()).isEqualTo("logistics");
  }

  @Test
  void statementsDoNotGrowWithTheNumberOfHandoffs() {
    handoffs(5);
    logisticsJoinsTheWorkshop();
    staff.remove("luis");
    var few = statementsOfADryRun();
    handoffs(300);

    assertThat(statementsOfADryRun()).isLessThanOrEqualTo(few);
  }

  @Test
  void withoutAMemberWhoCanActTheHeadsSubstituteHasTheTaskUntilOneIsBack() {
    var handoff = steps.asked();
    away("lena", "luis");
    assertThat(standIns.changeSome()).isFalse();
    assertThat(steps.task(handoff, "acceptHandoff").getAssignee()).isNull();

    staff.remove("lars");
    imports();

    assertThat(steps.task(handoff, "acceptHandoff"))
        .extracting(Task::getAssignee, Task::getOwner)
        .containsExactly("boss", "lena");
    back("luis");
    standIns.changeSome();
    assertThat(steps.task(handoff, "acceptHandoff"))
        .extracting(Task::getAssignee, Task::getOwner)
        .containsExactly(null, null);
    assertThat(groups(steps.task(handoff, "acceptHandoff")))
        .containsExactly("department-logistics");
    steps.accept(handoff);
    assertThat(view.handoff(HandoffSteps.id(handoff)).ownerId()).isEqualTo("luis");
  }

  @Test
  void whatASubstituteAcceptsForAGroupIsTheirs() {
    var handoff = steps.asked();
    away("lena", "luis", "lars");
    standIns.changeSome();

    steps.say(handoff, "boss", "acceptHandoff", "ACCEPT", "date", "2026-03-04T16:00");

    back("luis");
    standIns.changeSome();
    assertThat(steps.task(handoff, "deliver").getAssignee()).isEqualTo("boss");
  }

  @Test
  void workThatWasGivenBackFollowsToo() {
    var handoff = steps.accepted();
    steps.say(handoff, "luis", "deliver", "GIVE_BACK", "note", "I am on another project.");
    away("luis", "lars", "lena");

    standIns.changeSome();

    assertThat(steps.task(handoff, "deliver"))
        .extracting(Task::getAssignee, Task::getOwner)
        .containsExactly("boss", "lena");
  }

  @Test
  void anotherHeadStandsInForTheGroupAfterTheImport() {
    var handoff = steps.asked();
    away("lena", "luis", "lars");
    standIns.changeSome();
    staff.put("lars", new Job("boss", "Logistics", "department-head"));
    staff.put("lena", new Job("lars", "Logistics", ""));
    staff.put("luis", new Job("lars", "Logistics", ""));

    var dryRun = importer.dryRun(file()).report().consequences();
    assertThat(steps.task(handoff, "acceptHandoff").getOwner()).isEqualTo("lena");
    assertThat(imports().consequences()).isEqualTo(dryRun);

    assertThat(dryRun)
        .contains("Logistics gets another head, lars, who answers for one open handoff.");
    assertThat(steps.task(handoff, "acceptHandoff").getOwner()).isEqualTo("lars");
  }

  @Test
  void aTaskThatAMemberHasClaimedStaysAndOneOfAMoverGoesBack() {
    var handoff = steps.asked();
    claim(handoff, "luis");
    away("lena", "lars");
    standIns.changeSome();
    assertThat(steps.task(handoff, "acceptHandoff").getAssignee()).isEqualTo("luis");
    staff.put("luis", new Job("wanda", "Workshop", ""));

    imports();

    assertThat(steps.task(handoff, "acceptHandoff"))
        .extracting(Task::getAssignee, Task::getOwner)
        .containsExactly("boss", "lena");
  }

  @Test
  void whatTheRequesterWaitsForNamesTheSuccessor() {
    var handoff = steps.asked();
    logisticsJoinsTheWorkshop();

    imports();

    assertThat(steps.task(handoff, "followHandoff").getName())
        .startsWith("Follow the handoff: Workshop, A van for the pump of the mill (");
    steps.say(
        handoff,
        "oscar",
        "followHandoff",
        "CHANGE_PRIORITY",
        "priority",
        "URGENT",
        "note",
        "The mill stands still.");
    assertThat(steps.task(handoff, "followHandoff").getName())
        .startsWith("Follow the handoff: Workshop, ");
  }

  @Test
  void aMemberKeepsWhatTheyHaveClaimedInTheSuccessorOfTheirDepartment() {
    var handoff = steps.asked();
    claim(handoff, "luis");
    logisticsJoinsTheWorkshop();

    imports();

    assertThat(steps.task(handoff, "acceptHandoff").getAssignee()).isEqualTo("luis");
    assertThat(groups(steps.task(handoff, "acceptHandoff"))).containsExactly("department-workshop");
    steps.accept(handoff);
    assertThat(view.handoff(HandoffSteps.id(handoff)).ownerId()).isEqualTo("luis");
  }

  @Test
  void tasksOfHandoffsThatMoveAreReadTogether() {
    asked(3);
    statementsOfAReorganization();
    var few = reads("ACT_RU_TASK");
    asked(12);
    statementsOfAReorganization();

    assertThat(reads("ACT_RU_TASK")).as("reads of tasks").isEqualTo(few).isPositive();
  }

  private void asked(int count) {
    for (var i = 0; i < count; i++) {
      steps.asked();
    }
  }

  /** Statements of the last reorganization that read this table first. */
  private long reads(String table) {
    return reorganization.stream()
        .filter(it -> it.strip().toLowerCase().startsWith("select"))
        .filter(it -> it.matches("(?is).*?from " + table + "\\b.*"))
        .count();
  }

  @Test
  void theDryRunTellsWhoGetsTheTasksOfAGroupThatLosesItsMembers() {
    steps.asked();
    steps.asked();
    away("lena", "luis");
    staff.remove("lars");

    var dryRun = importer.dryRun(file()).report().consequences();

    assertThat(dryRun).contains("No member of Logistics can act: 2 open handoffs go to lena.");
    assertThat(imports().consequences()).isEqualTo(dryRun);
  }

  @Test
  void aTaskThatALeavingHeadHasClaimedGoesBackToTheDepartment() {
    var handoff = steps.asked();
    claim(handoff, "lena");
    staff.remove("lena");
    staff.put("luis", new Job("boss", "Logistics", "department-head"));
    staff.put("lars", new Job("luis", "Logistics", ""));

    imports();

    assertThat(steps.task(handoff, "acceptHandoff"))
        .extracting(Task::getAssignee, Task::getOwner)
        .containsExactly(null, null);
    steps.say(handoff, "lars", "acceptHandoff", "ACCEPT", "date", "2026-03-04T16:00");
    assertThat(view.handoff(HandoffSteps.id(handoff)).ownerId()).isEqualTo("lars");
  }

  @Test
  void anotherHeadStandsInAlsoWhenTheRequestersDepartmentCloses() {
    var handoff = steps.asked();
    away("lena", "luis", "lars");
    standIns.changeSome();
    orderDeskIsRenamed();
    staff.put("lars", new Job("boss", "Logistics", "department-head"));
    staff.put("lena", new Job("lars", "Logistics", ""));
    staff.put("luis", new Job("lars", "Logistics", ""));

    imports();

    assertThat(steps.task(handoff, "acceptHandoff").getOwner()).isEqualTo("lars");
  }

  @Test
  void theGroupHasItsTaskAgainAlsoWhenTheRequestersDepartmentCloses() {
    var handoff = steps.asked();
    away("lena", "luis", "lars");
    standIns.changeSome();
    orderDeskIsRenamed();
    back("luis");

    imports();

    assertThat(steps.task(handoff, "acceptHandoff"))
        .extracting(Task::getAssignee, Task::getOwner)
        .containsExactly(null, null);
  }

  @Test
  void theDryRunTellsWhatStaysWithADepartmentThatSplits() {
    steps.asked();
    steps.accepted();
    staff.put("luis", new Job("lena", "Fleet", "department-head"));

    var dryRun = importer.dryRun(file()).report().consequences();

    assertThat(dryRun)
        .contains(
            "Splits Logistics, with people going to Fleet: 2 open handoffs stay with Logistics.");
    assertThat(imports().consequences()).isEqualTo(dryRun);
  }

  @Test
  void statementsOfAnImportGrowOnlyWithTheTasksThatChangeHands() {
    handoffs(5);
    var few = statementsOfAReorganization();
    handoffs(150);
    assertThat(statementsOfAReorganization()).isLessThanOrEqualTo(few);

    away("lena", "luis", "lars");
    steps.asked();
    rows.update("update handoff set stand_in_id = 'boss' where owner_id is null");
    var one = statementsOfASweep();
    steps.asked();
    steps.asked();
    steps.asked();
    rows.update("update handoff set stand_in_id = 'boss' where owner_id is null");
    var four = statementsOfASweep();
    assertThat(four - one).as("for each of three more").isLessThanOrEqualTo(3 * MOST_FOR_A_TASK);
    assertThat(statementsOfASweep()).as("nothing has changed").isEqualTo(2);
  }

  private int statementsOfASweep() {
    database.startCounting();
    standIns.changeSome();
    return database.count();
  }

  private int statementsOfAReorganization() {
    var before = new LinkedHashMap<>(staff);
    logisticsJoinsTheWorkshop();
    staff.remove("luis");
    database.startCounting();
    imports();
    var count = database.count();
    reorganization = database.executions();
    staff.clear();
    staff.putAll(before);
    imports();
    return count;
  }

  private void away(String... people) {
    for (var person : people) {
      rows.update(
          """
          insert into absence (person_id, from_day, until_day, from_at, until_at, source,
                               recorded_at)
          values (?, date '2026-03-02', date '2026-03-06',
                  timestamp with time zone '2026-03-02 00:00:00Z',
                  timestamp with time zone '2026-03-07 00:00:00Z', 'FILE', current_timestamp)
          """,
          person);
    }
  }

  private void back(String person) {
    rows.update("update absence set ended_at = current_timestamp where person_id = ?", person);
  }

  private int statementsOfADryRun() {
    database.startCounting();
    importer.dryRun(file());
    return database.count();
  }

  private void handoffs(int count) {
    for (var i = 0; i < count; i++) {
      rows.update(
          """
          insert into handoff (subject, need, done_when, priority, requester_id,
                               requester_department, partner_department, state, wished_at, due_at,
                               owner_id, asked_times, requested_at)
          values ('A van', 'A van', 'It is there', 'NORMAL', 'oscar', 'order-desk', 'logistics',
                  'ACCEPTED', current_timestamp, current_timestamp, 'luis', 1, current_timestamp)
          """);
    }
  }

  private void claim(ProcessInstance handoff, String member) {
    engine.getTaskService().setAssignee(steps.task(handoff, "acceptHandoff").getId(), member);
  }

  private void orderDeskIsRenamed() {
    staff.put("olga", new Job("boss", "Contracts", "department-head"));
    staff.put("oscar", new Job("olga", "Contracts", "front-line"));
  }

  private void logisticsJoinsTheWorkshop() {
    staff.put("lena", new Job("wanda", "Workshop", ""));
    staff.put("luis", new Job("wanda", "Workshop", ""));
    staff.put("lars", new Job("wanda", "Workshop", ""));
  }

  private static Predicate<String> delivered() {
    return subject -> subject.contains("delivered") || subject.contains("entregado");
  }

  private ServiceClock clock(long id) {
    return clocks.clocks(new ClockSubject(HandoffClocks.KIND, id)).get(0);
  }

  private List<String> groups(Task task) {
    return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }

  private List<MailContent> mailsTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 50).stream()
        .map(MailboxEntry::content)
        .filter(Objects::nonNull)
        .toList();
  }

  private ImportReport imports() {
    return importer.importFile(file());
  }

  private ByteArrayResource file() {
    var company = new Company();
    staff.forEach(
        (id, job) -> company.add(id, id, job.manager(), job.department(), "en", job.roles()));
    return new ByteArrayResource(company.csv().getBytes(StandardCharsets.UTF_8));
  }
}
