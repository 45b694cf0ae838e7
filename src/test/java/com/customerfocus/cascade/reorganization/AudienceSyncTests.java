package com.customerfocus.cascade.reorganization;

import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.process.MemoCascadeProcess;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.ImportReport;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The organization changes while a memo is on its way. At first it is:
 *
 * <pre>
 * Boss, senior officer
 * ├ Ana, head of Sales
 * │ ├ Bea
 * │ │ ├ Cid
 * │ │ └ Dan
 * │ └ Eva
 * ├ Fred, head of Care
 * │ └ Gil
 * └ Com, in communications
 * </pre>
 */
@CustomerFocusTest
class AudienceSyncTests {

  private record Job(String manager, String department, String roles) {}

  private final Map<String, Job> staff = new LinkedHashMap<>();

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final PersonalPageService memos;
  private final Mailbox mailbox;
  private final JdbcTemplate rows;

  private long cascade;

  @Autowired
  AudienceSyncTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      PersonalPageService memos,
      Mailbox mailbox,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.memos = memos;
    this.mailbox = mailbox;
    this.rows = rows;
  }

  @BeforeEach
  void aMemoIsReleased() {
    staff.put("boss", new Job(null, "Board", "senior-officer"));
    staff.put("ana", new Job("boss", "Sales", "department-head"));
    staff.put("bea", new Job("ana", "Sales", ""));
    staff.put("cid", new Job("bea", "Sales", ""));
    staff.put("dan", new Job("bea", "Sales", ""));
    staff.put("eva", new Job("ana", "Sales", ""));
    staff.put("fred", new Job("boss", "Care", "department-head"));
    staff.put("gil", new Job("fred", "Care", ""));
    staff.put("com", new Job("boss", "Marketing", "communications"));
    theOrganizationChanges();
    cascade = cascadeSteps.launchAndRelease("boss", "com");
  }

  // No changes

  @Test
  void theSameOrganizationTwiceChangesNothing() {
    briefed("boss", "ana");
    moves("cid", "fred", "Care");
    leaves("dan");
    joins("new", "bea", "Sales");
    theOrganizationChanges();
    var before = everything();

    assertThat(theOrganizationChanges().consequences()).isEmpty();

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void anotherNameOrLanguageIsNoMove() {
    briefed("boss");
    var before = everything();

    var report = imports(csv().replace("Name of dan", "Daniel").replace("Madrid", "Toronto"));

    assertThat(report.consequences()).isEmpty();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aClosedCascadeIgnoresTheImport() {
    briefed("boss", "ana", "bea", "fred");
    Stream.of("ana", "bea", "fred", "cid", "dan", "eva", "gil", "com").forEach(this::answers);
    cascadeSteps.watchAudiences();
    cascadeSteps.runJobs();
    leaves("dan");
    joins("new", "bea", "Sales");

    assertThat(theOrganizationChanges().consequences()).isEmpty();

    assertThat(states("dan")).containsExactly("ACKNOWLEDGED");
    assertThat(receipts("new")).isZero();
  }

  @Test
  void aPreviewTellsWhatItWouldMeanAndChangesNothing() {
    briefed("boss");
    var before = everything();
    leaves("ana", "dan");
    joins("new", "boss", "Sales");
    moves("bea", "new", "Sales");
    moves("eva", "new", "Sales");

    var preview = importer.dryRun(file(csv())).report();

    assertThat(preview.consequences())
        .containsExactly(
            "The memo \"The customer comes first\": one person joins its audience, 2 open receipts"
                + " lapse, a team's briefing goes to its new manager"
                + " (Name of new).");
    assertThat(everything()).isEqualTo(before);
    assertThat(theOrganizationChanges().consequences()).isEqualTo(preview.consequences());
  }

  @Test
  void anAnswerFromAFormThatStillShowsALeaverIsRefusedWithAWord() {
    leaves("com");
    theOrganizationChanges();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> cascadeSteps.brief("boss", List.of("ana", "com")))
        .withMessage("Not in your team: com. Open the task again to see who is.");
  }

  // Leavers

  @Test
  void theReceiptOfALeaverLapsesAndTheLinkOpensNothing() {
    briefed("boss", "ana", "bea");
    leaves("cid");
    theOrganizationChanges();

    assertThat(states("cid", "dan")).containsExactly("LAPSED", "PENDING");
    assertThat(memos.personalMemo(cascadeSteps.receiptOf(cascade, "cid"))).isEmpty();
    cascadeSteps.acknowledge(cascade, "cid");
    assertThat(states("cid")).containsExactly("LAPSED");
  }

  @Test
  void theAcknowledgementOfALeaverStaysOnRecord() {
    briefed("boss", "ana");
    cascadeSteps.brief("bea", List.of("dan"));
    answers("cid");
    leaves("cid", "dan");
    theOrganizationChanges();

    assertThat(states("cid", "dan")).containsExactly("ACKNOWLEDGED", "BRIEFED");
    assertThat(memos.personalMemo(cascadeSteps.receiptOf(cascade, "dan"))).isEmpty();
    cascadeSteps.acknowledge(cascade, "dan");
    assertThat(states("dan")).containsExactly("BRIEFED");
  }

  @Test
  void aTeamWhoseLastPendingMemberLeavesIsReached() {
    briefed("boss", "ana", "bea");
    answers("dan");
    leaves("cid");
    theOrganizationChanges();

    assertThat(briefing("bea")).isEqualTo("DONE");
    assertThat(instances("bea")).isZero();
  }

  @Test
  void aManagerWithoutATeamNeedNotBrief() {
    briefed("boss");
    leaves("gil");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana");
    assertThat(briefing("fred")).isEqualTo("ENDED");
    assertThat(states("fred")).containsExactly("PENDING");

    joins("hal", "fred", "Care");
    theOrganizationChanges();
    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "fred");
    cascadeSteps.brief("fred", List.of("hal"));
    assertThat(states("fred", "gil", "hal")).containsExactly("ACKNOWLEDGED", "LAPSED", "BRIEFED");
  }

  @Test
  void aReturningEmployeeIsAskedAgain() {
    briefed("boss", "ana", "bea");
    leaves("cid");
    theOrganizationChanges();
    joins("cid", "eva", "Sales");
    theOrganizationChanges();

    assertThat(states("cid")).containsExactly("PENDING");
    assertThat(teamOf("cid")).isEqualTo("eva");
    assertThat(memos.personalMemo(cascadeSteps.receiptOf(cascade, "cid"))).isPresent();
    assertThat(cascadeSteps.managersToBrief()).containsExactly("eva", "fred");
  }

  // Newcomers

  @Test
  void aNewcomerIsBriefedWithTheTeam() {
    joins("new", "bea", "Sales");
    theOrganizationChanges();
    assertThat(states("new")).containsExactly("PENDING");

    briefed("boss", "ana");
    assertThat(mailsTo("new")).isEmpty();
    cascadeSteps.brief("bea", List.of("new"));

    assertThat(states("new")).containsExactly("BRIEFED");
    assertThat(levelOf("new")).isEqualTo(3);
  }

  @Test
  void aNewcomerInABriefedTeamGetsTheMemoAndIsWaitedFor() {
    briefed("boss", "ana", "bea");
    joins("new", "bea", "Sales");
    theOrganizationChanges();

    assertThat(mailsTo("new")).containsExactly("Memo from Name of boss: The customer comes first");
    Stream.of("cid", "dan").forEach(this::answers);
    assertThat(briefing("bea")).isEqualTo("WAITING");
    answers("new");
    assertThat(briefing("bea")).isEqualTo("DONE");
    assertThat(instances("bea")).isZero();
  }

  @Test
  void aTeamThatWasReachedIsWaitedForAgain() {
    briefed("boss", "ana", "bea");
    Stream.of("cid", "dan").forEach(this::answers);
    joins("new", "bea", "Sales");
    theOrganizationChanges();

    assertThat(briefing("bea")).isEqualTo("WAITING");
    assertThat(mailsTo("new")).hasSize(1);
    answers("new");
    assertThat(briefing("bea")).isEqualTo("DONE");
  }

  @Test
  void aNewManagerBriefsTheOwnTeamOnceTheLineAboveHas() {
    joins("new", "fred", "Care");
    joins("hal", "new", "Care");
    theOrganizationChanges();
    assertThat(cascadeSteps.managersToBrief()).containsExactly("boss");
    briefed("boss");
    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "fred");
    briefed("fred");
    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "new");

    joins("ida", "fred", "Care");
    joins("jan", "ida", "Care");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "ida", "new");
    assertThat(mailsTo("ida")).containsExactly("Please brief your team: The customer comes first");
    cascadeSteps.brief("ida", List.of("jan"));
    assertThat(states("ida", "jan")).containsExactly("ACKNOWLEDGED", "BRIEFED");
  }

  @Test
  void anEmployeePromotedWhileTheMemoIsPassedOnBriefsOnce() {
    cascadeSteps.brief("boss", List.of());
    moves("gil", "com", "Marketing");
    theOrganizationChanges();
    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "com");

    cascadeSteps.runJobs();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "com");
    assertThat(engine.getManagementService().createJobQuery().withException().count()).isZero();
  }

  // Moves

  @Test
  void anEmployeeWhoMovesAnswersInTheNewTeam() {
    briefed("boss", "ana", "bea", "fred");
    answers("dan");
    moves("cid", "fred", "Care");
    theOrganizationChanges();

    assertThat(teamOf("cid")).isEqualTo("fred");
    assertThat(levelOf("cid")).isEqualTo(2);
    assertThat(departmentOf("cid")).isEqualTo("care");
    assertThat(briefing("bea")).isEqualTo("DONE");
    assertThat(instances("bea")).isZero();
    answers("gil");
    assertThat(briefing("fred")).isEqualTo("WAITING");
    answers("cid");
    assertThat(briefing("fred")).isEqualTo("DONE");
  }

  @Test
  void anAnswerStaysWithTheTeamItWasGivenIn() {
    briefed("boss", "ana", "bea");
    answers("cid");
    moves("cid", "fred", "Care");
    theOrganizationChanges();

    assertThat(states("cid")).containsExactly("ACKNOWLEDGED");
    assertThat(teamOf("cid")).isEqualTo("bea");
    assertThat(departmentOf("cid")).isEqualTo("sales");
  }

  @Test
  void aManagerMovesWithTheTeamAndTheTask() {
    briefed("boss", "ana");
    moves("bea", "fred", "Care");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("bea", "fred");
    assertThat(levelOf("cid")).isEqualTo(3);
    cascadeSteps.brief("fred", List.of("bea", "gil"));
    assertThat(cascadeSteps.managersToBrief()).containsExactly("bea");
    cascadeSteps.brief("bea", List.of("cid", "dan"));

    assertThat(states("bea", "cid", "dan")).containsExactly("ACKNOWLEDGED", "BRIEFED", "BRIEFED");
  }

  @Test
  void thoseBelowAMoverAreOnOtherLevels() {
    moves("ana", "gil", "Sales");
    theOrganizationChanges();

    assertThat(levelOf("ana")).isEqualTo(3);
    assertThat(levelOf("bea")).isEqualTo(4);
    assertThat(levelOf("cid")).isEqualTo(5);
    briefed("boss", "fred", "gil", "ana", "bea");
    assertThat(briefing("bea")).isEqualTo("WAITING");
  }

  @Test
  void movesOutOfTheAudienceAndIntoItEndAndOpenReceipts() {
    var memo = CascadeSteps.memo();
    memo.put("department", "Sales");
    var instance = cascadeSteps.launch("boss", memo);
    cascadeSteps.release("com", instance);
    cascade = cascadeSteps.cascadeId(instance);
    moves("cid", "fred", "Care");
    moves("gil", "bea", "Sales");
    theOrganizationChanges();

    assertThat(states("cid", "gil")).containsExactly("LAPSED", "PENDING");
    assertThat(memos.personalMemo(cascadeSteps.receiptOf(cascade, "cid"))).isPresent();
  }

  @Test
  void theMemoOfADepartmentThatWasClosedGoesOnBelowItsLastHead() {
    var memo = CascadeSteps.memo();
    memo.put("department", "Sales");
    var instance = cascadeSteps.launch("boss", memo);
    cascadeSteps.release("com", instance);
    cascade = cascadeSteps.cascadeId(instance);
    List.of("ana", "bea", "cid", "dan", "eva")
        .forEach(person -> moves(person, staff.get(person).manager(), "Markets"));

    var report = theOrganizationChanges();

    assertThat(report.closedDepartments()).containsExactly("Sales");
    assertThat(report.newDepartments()).containsExactly("Markets");
    assertThat(states("ana", "bea", "cid", "dan", "eva")).containsOnly("PENDING");
    assertThat(departmentOf("cid")).isEqualTo("markets");
  }

  // A team gets a new manager

  @Test
  void aNewManagerGetsTheBriefingThatWasNotHeld() {
    briefed("boss", "ana");
    leaves("bea");
    joins("new", "ana", "Sales");
    moves("cid", "new", "Sales");
    moves("dan", "new", "Sales");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("fred", "new");
    assertThat(mailsTo("new")).containsExactly("Please brief your team: The customer comes first");
    assertThat(states("bea", "new")).containsExactly("LAPSED", "PENDING");
    cascadeSteps.brief("new", List.of("cid", "dan"));
    assertThat(states("new", "cid", "dan")).containsExactly("ACKNOWLEDGED", "BRIEFED", "BRIEFED");
    assertThat(cascadeSteps.count("select count(*) from briefing where cascade_id = ?", cascade))
        .isEqualTo(4);
  }

  @Test
  void aTeamMemberWhoTakesItOverBriefsTheOthers() {
    briefed("boss", "ana");
    leaves("bea");
    moves("cid", "ana", "Sales");
    moves("dan", "cid", "Sales");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("cid", "fred");
    assertThat(teamOf("cid")).isEqualTo("ana");
    cascadeSteps.brief("cid", List.of("dan"));
    assertThat(states("cid", "dan")).containsExactly("ACKNOWLEDGED", "BRIEFED");
  }

  @Test
  void aBriefingThatWasHeldIsNotAskedForAgain() {
    briefed("boss", "ana");
    cascadeSteps.brief(
        "bea",
        Map.of("heldOn", "2026-03-02", "present", List.of(), "localBrief", "Call back **today**."));
    leaves("bea");
    joins("new", "ana", "Sales");
    moves("cid", "new", "Sales");
    moves("dan", "new", "Sales");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("fred");
    assertThat(briefing("new")).isEqualTo("WAITING");
    assertThat(mailsTo("new")).containsExactly("Memo from Name of boss: The customer comes first");
    assertThat(
            memos.personalMemo(cascadeSteps.receiptOf(cascade, "cid")).orElseThrow().localBriefs())
        .extracting("text")
        .containsExactly("Call back **today**.");
    Stream.of("cid", "dan").forEach(this::answers);
    assertThat(briefing("new")).isEqualTo("DONE");
    assertThat(instances("new")).isZero();
  }

  @Test
  void twoTeamsThatBecomeOneAreBriefedOnce() {
    briefed("boss", "ana");
    leaves("bea");
    moves("cid", "fred", "Care");
    moves("dan", "fred", "Care");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("fred");
    assertThat(briefing("bea")).isEqualTo("ENDED");
    cascadeSteps.brief("fred", List.of("cid", "dan", "gil"));
    assertThat(states("cid", "dan", "gil")).containsOnly("BRIEFED");
  }

  @Test
  void twoTeamsThatAreMergedUnderANewManagerAreBriefedOnce() {
    moves("gil", "ana", "Sales");
    joins("kai", "gil", "Sales");
    theOrganizationChanges();
    briefed("boss", "ana");
    assertThat(cascadeSteps.managersToBrief()).containsExactly("bea", "gil");
    leaves("bea", "gil");
    joins("new", "ana", "Sales");
    Stream.of("cid", "dan", "kai").forEach(person -> moves(person, "new", "Sales"));
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("new");
    cascadeSteps.brief("new", List.of("cid", "dan", "kai"));
    assertThat(states("cid", "dan", "kai")).containsOnly("BRIEFED");
  }

  @Test
  void aTeamThatIsSplitIsBriefedByBoth() {
    briefed("boss", "ana");
    leaves("bea");
    joins("new", "ana", "Sales");
    moves("cid", "new", "Sales");
    moves("dan", "eva", "Sales");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("eva", "fred", "new");
    cascadeSteps.brief("eva", List.of("dan"));
    cascadeSteps.brief("new", List.of("cid"));
    assertThat(states("cid", "dan")).containsOnly("BRIEFED");
  }

  @Test
  void aManagerWhoseTeamIsTakenOverWhileThePageIsOpenCannotReportForItAnyMore() {
    briefed("boss", "ana");
    var task = cascadeSteps.briefingOf("bea").orElseThrow();
    leaves("bea");
    moves("cid", "eva", "Sales");
    moves("dan", "eva", "Sales");
    theOrganizationChanges();

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(
            () ->
                cascadeSteps.complete(
                    "bea",
                    task,
                    "briefing",
                    Map.of("heldOn", "2026-03-02", "present", List.of("cid"))));

    assertThat(states("cid")).containsExactly("PENDING");
    assertThat(cascadeSteps.managersToBrief()).containsExactly("eva", "fred");
  }

  // The launcher leaves

  @Test
  void whenTheLauncherLeavesTheSuccessorBriefsTheTeam() {
    leaves("boss");
    joins("chief", null, "Board");
    Stream.of("ana", "fred", "com")
        .forEach(person -> moves(person, "chief", staff.get(person).department()));
    joins("stranger", "chief", "Legal");
    theOrganizationChanges();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("chief");
    assertThat(states("ana", "cid", "gil")).containsOnly("PENDING");
    assertThat(receipts("stranger")).isZero();
    cascadeSteps.brief("chief", List.of("ana", "com", "fred"));
    briefed("ana", "bea", "fred");
    theOrganizationChanges();
    assertThat(states("ana", "fred")).containsOnly("ACKNOWLEDGED");
    assertThat(states("cid", "gil")).containsOnly("PENDING");
  }

  @Test
  void aSuccessorFromTheTeamBriefsAllTheOthers() {
    briefed("boss");
    leaves("boss");
    staff.put("ana", new Job(null, "Board", "senior-officer"));
    Stream.of("fred", "com")
        .forEach(person -> moves(person, "ana", staff.get(person).department()));
    theOrganizationChanges();

    assertThat(states("ana")).containsExactly("LAPSED");
    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "fred");
    cascadeSteps.brief("ana", List.of("bea", "com", "eva", "fred"));
    briefed("bea", "fred");
    Stream.of("cid", "dan", "gil").forEach(this::answers);
    cascadeSteps.watchAudiences();

    assertThat(rows.queryForObject("select state from cascade where id = ?", String.class, cascade))
        .isEqualTo("CLOSED");
  }

  @Test
  void otherTasksOfALeaverGoToTheManagerAbove() {
    staff.put("fred", new Job("boss", "Care", "senior-officer"));
    theOrganizationChanges();
    var instance = cascadeSteps.launch("fred", CascadeSteps.memo());
    cascadeSteps.release("com", instance);
    leaves("fred");
    moves("gil", "boss", "Care");
    theOrganizationChanges();

    assertThat(cascadeSteps.task(instance, MemoCascadeProcess.FOLLOW_CASCADE).getAssignee())
        .isEqualTo("boss");
  }

  /** A job imports what an administrator has reviewed, and all it does is one command. */
  @Test
  void aJobEndsTheBriefingOfALeaverWhoseTeamGoesToAManagerWithABriefing() {
    briefed("boss", "ana");
    leaves("bea");
    moves("cid", "ana", "Sales");
    moves("dan", "ana", "Sales");

    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(context -> theOrganizationChanges());

    assertThat(
            rows.queryForObject(
                "select state from briefing where manager_id = 'bea'", String.class))
        .isEqualTo("ENDED");
    assertThat(
            engine.getTaskService().createTaskQuery().taskAssignee("bea").count()
                + engine.getTaskService().createTaskQuery().taskOwner("bea").count())
        .isZero();
  }

  // Changes of the organization and of the memo

  private void moves(String person, String manager, String department) {
    staff.put(person, new Job(manager, department, staff.get(person).roles()));
  }

  private void joins(String person, String manager, String department) {
    staff.put(person, new Job(manager, department, manager == null ? "senior-officer" : ""));
  }

  private void leaves(String... people) {
    List.of(people).forEach(staff::remove);
  }

  private ImportReport theOrganizationChanges() {
    return imports(csv());
  }

  private ImportReport imports(String csv) {
    return importer.importFile(file(csv));
  }

  private static ByteArrayResource file(String csv) {
    return new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8));
  }

  private String csv() {
    var company = new Company();
    staff.forEach(
        (id, job) ->
            company.add(id, "Name of " + id, job.manager(), job.department(), "en", job.roles()));
    return company.csv();
  }

  /** These managers, one after the other, briefed their teams, who were all absent. */
  private void briefed(String... managers) {
    for (var manager : managers) {
      cascadeSteps.brief(manager, List.of());
    }
  }

  private void answers(String person) {
    cascadeSteps.acknowledge(cascade, person);
  }

  // State

  private List<String> states(String... people) {
    return Stream.of(people).map(person -> cascadeSteps.stateOf(cascade, person)).toList();
  }

  private long receipts(String person) {
    return cascadeSteps.count("select count(*) from receipt where person_id = ?", person);
  }

  private String teamOf(String person) {
    return of("receipt", "briefed_by", "person_id", person);
  }

  private String departmentOf(String person) {
    return of("receipt", "department_id", "person_id", person);
  }

  private int levelOf(String person) {
    return Integer.parseInt(of("receipt", "level", "person_id", person));
  }

  private String briefing(String manager) {
    return of("briefing", "state", "manager_id", manager);
  }

  private String of(String table, String column, String key, String value) {
    return rows.queryForObject(
        "select %s from %s where cascade_id = ? and %s = ?".formatted(column, table, key),
        String.class,
        cascade,
        value);
  }

  private long instances(String manager) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(KEY)
        .processInstanceBusinessKey(of("briefing", "id", "manager_id", manager))
        .count();
  }

  private List<String> mailsTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 10).stream()
        .map(MailboxEntry::content)
        .map(MailContent::subject)
        .toList();
  }

  private Map<String, Object> everything() {
    var all = new HashMap<String, Object>();
    all.put("people", rows.queryForList("select * from person order by id").size());
    all.put("receipts", rows.queryForList("select * from receipt order by id"));
    all.put("briefings", rows.queryForList("select * from briefing order by id"));
    all.put("notices", rows.queryForList("select id, kind, subject_id from notice order by id"));
    all.put("tasks", rows.queryForList("select ID_, ASSIGNEE_ from ACT_RU_TASK order by ID_"));
    all.put("instances", cascadeSteps.count("select count(*) from ACT_RU_EXECUTION"));
    return all;
  }
}
