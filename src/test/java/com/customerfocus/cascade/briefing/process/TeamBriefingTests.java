package com.customerfocus.cascade.briefing.process;

import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEF_TEAM;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.TEAM_ACKNOWLEDGED;
import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.TEAM_REACHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.cascade.briefing.LocalBrief;
import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A manager passes a memo on to the team. It was released on Monday, 2 March 2026. */
@CustomerFocusTest
@TakesAllOf(TeamBriefingProcess.KEY)
class TeamBriefingTests {

  private static final String MONDAY = "2026-03-02";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final PersonalPageService memos;
  private final Mailbox mailbox;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  private long cascade;

  @Autowired
  TeamBriefingTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      PersonalPageService memos,
      Mailbox mailbox,
      MovableClock clock,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.memos = memos;
    this.mailbox = mailbox;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void aMemoIsReleased() {
    init(engine);
    SmallCompany.people().importInto(importer);
    cascade = cascadeSteps.launchAndRelease("boss", "com");
  }

  // Invalid reports

  @ParameterizedTest
  @CsvSource({
    ", Fill in the day of the briefing.",
    "'', Fill in the day of the briefing.",
    "3 March, Fill in the day of the briefing.",
    "2026-02-30, Fill in the day of the briefing.",
    "2026-03-05, 'The day of the briefing, 2026-03-05, is still to come; today is 2026-03-04 (UTC). Hold the briefing first, then record it.'",
    "2026-03-01, 'The day of the briefing, 2026-03-01, is before the memo was released on 2026-03-02.'",
  })
  void aWrongDayIsRefused(String day, String answer) {
    clock.moveBy(Duration.ofDays(2));
    var briefing = briefingOf("boss");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", day, List.of("ana"), null))
        .withMessage(answer);

    assertThat(briefing).isWaitingAtExactly(BRIEF_TEAM);
    assertThat(cascadeSteps.stateOf(cascade, "ana")).isEqualTo("PENDING");
  }

  @Test
  void onlyTheTeamCanHaveBeenPresent() {
    var briefing = briefingOf("boss");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", MONDAY, List.of("ana", "gil", "<b>bea"), null))
        .withMessage("Not in your team: <b>bea, gil. Open the task again to see who is.");

    assertThat(briefing).isWaitingAtExactly(BRIEF_TEAM);
    assertThat(cascadeSteps.statesOf(cascade, "ana", "gil", "bea")).containsOnly("PENDING");
  }

  @Test
  void aLocalBriefHasAtMostTenThousandCharacters() {
    var briefing = briefingOf("boss");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", MONDAY, List.of("ana"), "x".repeat(10_001)))
        .withMessage("Your local brief has 10,001 characters; at most 10,000 fit: shorten it.");
    assertThat(briefing).isWaitingAtExactly(BRIEF_TEAM);

    brief("boss", MONDAY, List.of("ana"), "x".repeat(10_000));
    assertThat(localBriefsSeenBy("ana"))
        .extracting(brief -> brief.text().length())
        .containsExactly(10_000);
  }

  @Test
  void anotherManagerCannotBriefTheTeam() {
    var task = cascadeSteps.briefingOf("boss").orElseThrow();

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(
            () ->
                cascadeSteps.complete(
                    "ana", task, "briefing", Map.of("heldOn", MONDAY, "present", List.of())));
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> cascadeSteps.shown("ana", task, "memoText", String.class));

    assertThat(cascadeSteps.briefingOf("boss")).isPresent();
  }

  // What the manager finds

  @Test
  void theFormOffersTheOwnTeamAndTakesEveryoneAsPresent() {
    var task = cascadeSteps.briefingOf("boss").orElseThrow();

    var fields = cascadeSteps.shown("boss", task, "briefing", SpinJsonNode.class);

    assertThat(fields.prop("team").elements())
        .extracting(choice -> choice.prop("label").stringValue())
        .containsExactly("Ana", "Com", "Fred", "Solo");
    assertThat(fields.prop("present").elements())
        .extracting(SpinJsonNode::stringValue)
        .containsExactly("ana", "com", "fred", "solo");
    assertThat(fields.prop("excused").elements()).isEmpty();
    assertThat(fields.prop("excuseReason").isNull()).isTrue();
    assertThat(fields.prop("heldOn").isNull()).isTrue();
    assertThat(fields.prop("localBrief").isNull()).isTrue();
  }

  @Test
  void theTaskIsTheManagersInTheManagersLanguageWithItsDueDate() {
    everyoneIsThere("boss", "ana", "com", "fred", "solo");
    clock.moveBy(Duration.ofDays(1));
    everyoneIsThere("ana", "bea", "eva");

    var task = cascadeSteps.briefingOf("bea").orElseThrow();

    assertThat(task).isAssignedTo("bea");
    // Five working days later.
    assertThat(task).hasDueDate(Date.from(FreshStart.MONDAY_MORNING.plus(Duration.ofDays(1 + 7))));
    assertThat(cascadeSteps.shown("bea", task, "cascadeTitle", String.class))
        .isEqualTo("El cliente es lo primero");
    assertThat(cascadeSteps.shown("bea", task, "memoText", String.class))
        .contains("<h2>El cliente es lo primero</h2>", "<strong>Cumplimos</strong>")
        .contains("<li>92 % would come back</li>")
        .doesNotContain("promises");
  }

  // Present and absent people

  @Test
  void whenEveryoneWasThereTheBriefingEndsAtOnce() {
    var briefing = briefingOf("boss");

    brief("boss", MONDAY, List.of("ana", "com", "fred", "solo"), null);

    assertThat(briefing).isEnded().hasPassed(TEAM_REACHED).hasNotPassed(TEAM_ACKNOWLEDGED);
    assertThat(cascadeSteps.statesOf(cascade, "ana", "com", "fred", "solo"))
        .containsOnly("BRIEFED");
    assertThat(cascadeSteps.statesOf(cascade, "bea", "cid", "gil")).containsOnly("PENDING");
    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "fred");
  }

  @Test
  void aPersonNamedTwiceCountsOnce() {
    brief("boss", MONDAY, List.of("ana", "ana", "fred"), null);

    assertThat(cascadeSteps.statesOf(cascade, "ana", "fred")).containsOnly("BRIEFED");
    assertThat(
            cascadeSteps.count(
                "select count(*) from receipt where cascade_id = ? and state = 'BRIEFED'", cascade))
        .isEqualTo(2);
  }

  @Test
  void theBriefingWaitsForThoseWhoWereAbsentUntilTheLastOneAnswers() {
    var briefing = briefingOf("boss");
    everyoneIsThere("boss", "ana", "fred");

    assertThat(briefing).isWaitingAtExactly(TEAM_ACKNOWLEDGED);
    assertThat(cascadeSteps.statesOf(cascade, "com", "solo")).containsOnly("PENDING");
    cascadeSteps.acknowledge(cascade, "com");
    cascadeSteps.acknowledge(cascade, "com");
    cascadeSteps.acknowledge(cascade, "ana");
    assertThat(briefing).isWaitingAtExactly(TEAM_ACKNOWLEDGED);

    cascadeSteps.acknowledge(cascade, "solo");

    assertThat(briefing).isEnded().hasPassed(TEAM_ACKNOWLEDGED, TEAM_REACHED);
    assertThat(cascadeSteps.statesOf(cascade, "ana", "com", "solo")).containsOnly("ACKNOWLEDGED");
    cascadeSteps.acknowledge(cascade, "solo");
    assertThat(cascadeSteps.stateOf(cascade, "solo")).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void eachMemberOfAnAbsentTeamAcknowledges() {
    var briefing = briefingOf("boss");
    brief("boss", MONDAY, null, null);

    List.of("ana", "com", "fred", "solo")
        .forEach(person -> cascadeSteps.acknowledge(cascade, person));

    assertThat(briefing).isEnded();
  }

  @Test
  void aManagerWhoWasAbsentAnswersByBriefingTheOwnTeam() {
    var above = briefingOf("boss");
    everyoneIsThere("boss", "fred", "com", "solo");
    assertThat(cascadeSteps.stateOf(cascade, "ana")).isEqualTo("PENDING");
    assertThat(above).isWaitingAtExactly(TEAM_ACKNOWLEDGED);

    everyoneIsThere("ana", "bea", "eva");

    assertThat(cascadeSteps.stateOf(cascade, "ana")).isEqualTo("ACKNOWLEDGED");
    assertThat(above).isEnded();
  }

  @Test
  void aManagerWhoWasThereAlsoAcknowledgesByBriefingTheOwnTeam() {
    everyoneIsThere("boss", "ana", "fred", "com", "solo");

    brief("fred", MONDAY, List.of("gil"), null);

    assertThat(cascadeSteps.statesOf(cascade, "fred")).containsOnly("ACKNOWLEDGED");
    assertThat(cascadeSteps.statesOf(cascade, "ana", "gil")).containsOnly("BRIEFED");
  }

  @Test
  void theLastAnswerCountsEvenIfAnAdministratorHasEndedTheBriefing() {
    var briefing = briefingOf("boss");
    everyoneIsThere("boss", "ana", "fred", "com");
    engine.getRuntimeService().deleteProcessInstance(briefing.getId(), "in Cockpit");

    cascadeSteps.acknowledge(cascade, "solo");

    assertThat(cascadeSteps.stateOf(cascade, "solo")).isEqualTo("ACKNOWLEDGED");
  }

  // Excused people

  @Test
  void anExcuseNeedsAReason() {
    var briefing = briefingOf("boss");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> excuse(List.of("ana", "fred", "com"), "solo", "  "))
        .withMessage("Say why you excuse people: the reason is shown in the report.");

    assertThat(briefing).isWaitingAtExactly(BRIEF_TEAM);
    assertThat(cascadeSteps.stateOf(cascade, "solo")).isEqualTo("PENDING");
  }

  @Test
  void theReasonForAnExcuseHasAtMostAThousandCharacters() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> excuse(List.of("ana", "fred", "com"), "solo", "x".repeat(1_001)))
        .withMessage(
            "The reason for excusing people has 1,001 characters; at most 1,000 fit: shorten it.");
  }

  @Test
  void aPersonIsNotPresentAndExcusedAtOnce() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> excuse(List.of("ana", "solo"), "solo", "On long leave"))
        .withMessage("Ticked both as briefed and as excused: Solo. Untick one of the two.");
  }

  @Test
  void anExcusedReaderIsNotWaitedForAndGetsNoMail() {
    var briefing = briefingOf("boss");

    excuse(List.of("ana", "fred", "com"), "solo", "On long leave until May");
    cascadeSteps.runJobs();

    assertThat(briefing).isEnded().hasNotPassed(TEAM_ACKNOWLEDGED);
    assertThat(cascadeSteps.statesOf(cascade, "com", "solo")).containsExactly("BRIEFED", "EXCUSED");
    assertThat(notices()).doesNotContain("memo-arrived solo en");
    assertThat(
            rows.queryForMap(
                "select excused_by, excuse_reason from receipt where state = 'EXCUSED'"))
        .containsEntry("excused_by", "boss")
        .containsEntry("excuse_reason", "On long leave until May");
    assertThat(memos.personalMemo(cascadeSteps.receiptOf(cascade, "solo")).orElseThrow().status())
        .isEqualTo(PersonalPageView.Status.EXCUSED);
  }

  @Test
  void anExcusedManagerStillHasATeamToBrief() {
    excuse(List.of("fred", "com", "solo"), "ana", "Heard it from the board");
    cascadeSteps.runJobs();

    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "fred");
    everyoneIsThere("ana", "bea", "eva");
    assertThat(cascadeSteps.stateOf(cascade, "ana")).isEqualTo("EXCUSED");
  }

  // Additions of managers

  @Test
  void onlyTheLineBelowReadsAManagersAddition() {
    assertThat(localBriefsSeenBy("cid")).isEmpty();

    brief("boss", MONDAY, List.of("ana", "fred", "com", "solo"), "From *Boss* to all");
    brief("ana", MONDAY, List.of("bea", "eva"), "  From Ana to Sales  ");
    brief("fred", MONDAY, List.of("gil"), "From Fred to Care");
    assertThat(shownTo("bea"))
        .contains("Lo que añade Boss", "Lo que añade Ana")
        .doesNotContain("Fred");
    brief("bea", MONDAY, List.of("cid", "dan"), "From Bea to her team");

    var boss = new LocalBrief("Boss", "From *Boss* to all");
    var ana = new LocalBrief("Ana", "From Ana to Sales");
    assertThat(localBriefsSeenBy("com")).containsExactly(boss);
    assertThat(localBriefsSeenBy("ana")).containsExactly(boss);
    assertThat(localBriefsSeenBy("gil"))
        .containsExactly(boss, new LocalBrief("Fred", "From Fred to Care"));
    assertThat(localBriefsSeenBy("eva")).containsExactly(boss, ana);
    assertThat(localBriefsSeenBy("bea")).containsExactly(boss, ana);
    assertThat(localBriefsSeenBy("cid"))
        .containsExactly(boss, ana, new LocalBrief("Bea", "From Bea to her team"));
    assertThat(letterTo("cid").text())
        .contains("From Boss to all", "From Ana to Sales", "From Bea to her team")
        .doesNotContain("Fred");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n "})
  void anEmptyLocalBriefMeansNoChange(String localBrief) {
    brief("boss", MONDAY, List.of("ana", "fred", "com", "solo"), localBrief);

    assertThat(localBriefsSeenBy("ana")).isEmpty();
    assertThat(shownTo("ana")).doesNotContain("adds</h3>");
  }

  // Notices

  @Test
  void everyoneGetsOneNoticeForEachStepInTheirLanguage() {
    assertThat(notices()).isEmpty();

    brief("boss", MONDAY, List.of("ana", "fred"), null);

    assertThat(notices())
        .containsExactlyInAnyOrder(
            "briefing-due ana en",
            "briefing-due fred en",
            "memo-arrived com en",
            "memo-arrived solo en");

    everyoneIsThere("ana", "bea", "eva");
    everyoneIsThere("bea", "cid", "dan");

    assertThat(notices())
        .containsExactlyInAnyOrder(
            "briefing-due ana en",
            "briefing-due fred en",
            "memo-arrived com en",
            "memo-arrived solo en",
            "briefing-due bea es",
            "memo-arrived eva en",
            "memo-arrived cid en",
            "memo-arrived dan es");
    assertThat(letterTo("ana").subject()).contains("The customer comes first");
    assertThat(letterTo("bea").subject()).contains("El cliente es lo primero");
    assertThat(letterTo("bea").text())
        .contains("lunes, 9 de marzo de 2026, 09:00 (tiempo universal coordinado)");
    assertThat(letterTo("dan").text()).contains("El cliente es lo primero", "Cumplimos");
    assertThat(letterTo("cid").text()).contains("The customer comes first", "keep our promises");
  }

  @Test
  void aReaderWhoHasAcknowledgedGetsNoMail() {
    cascadeSteps.acknowledge(cascade, "solo");

    brief("boss", MONDAY, List.of("ana", "fred", "com"), null);

    assertThat(notices()).doesNotContain("memo-arrived solo en").contains("memo-arrived com en");
  }

  // Helpers

  private ProcessInstance briefingOf(String manager) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(
            cascadeSteps.briefingOf(manager).map(Task::getProcessInstanceId).orElseThrow())
        .singleResult();
  }

  private void brief(String manager, String day, List<String> present, String localBrief) {
    var report = new HashMap<String, Object>();
    report.put("heldOn", day);
    report.put("present", present);
    report.put("localBrief", localBrief);
    cascadeSteps.brief(manager, report);
  }

  private void excuse(List<String> present, String excused, String reason) {
    cascadeSteps.brief(
        "boss",
        Map.of(
            "heldOn", MONDAY,
            "present", present,
            "excused", List.of(excused),
            "excuseReason", reason));
  }

  /** Records the briefing and passes the memo on. */
  private void everyoneIsThere(String manager, String... present) {
    brief(manager, MONDAY, Arrays.asList(present), null);
  }

  private List<LocalBrief> localBriefsSeenBy(String person) {
    return memos
        .personalMemo(cascadeSteps.receiptOf(cascade, person))
        .map(PersonalPageView::localBriefs)
        .orElseThrow();
  }

  private String shownTo(String manager) {
    var task = cascadeSteps.briefingOf(manager).orElseThrow();
    return cascadeSteps.shown(manager, task, "memoText", String.class);
  }

  /** Kind, person and language of each. */
  private List<String> notices() {
    return rows.query(
        "select kind, recipient_id, language from notice",
        (row, n) -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)));
  }

  private MailContent letterTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 10).stream()
        .map(MailboxEntry::content)
        .findFirst()
        .orElseThrow();
  }
}
