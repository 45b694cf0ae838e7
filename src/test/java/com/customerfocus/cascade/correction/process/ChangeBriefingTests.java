package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.correction.process.ChangeBriefingProcess.BRIEF_CHANGE;
import static com.customerfocus.cascade.correction.process.ChangeBriefingProcess.TEAM_ACKNOWLEDGED;
import static com.customerfocus.cascade.correction.process.ChangeBriefingProcess.TEAM_ACKNOWLEDGED_EARLY;
import static com.customerfocus.cascade.correction.process.ChangeBriefingProcess.TEAM_REACHED;
import static com.customerfocus.testing.CorrectionSteps.material;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.cascade.briefing.process.TeamBriefingProcess;
import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.cascade.reminder.ReminderSteps;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CorrectionSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Boss has briefed Ana, Com, Fred and Solo on Monday; on Tuesday the memo changes. */
@CustomerFocusTest
@TakesAllOf(ChangeBriefingProcess.KEY)
class ChangeBriefingTests {

  private static final String TUESDAY = "2026-03-03";
  private static final String NEW_TEXT = "We **keep** our promises, and call back in 2 days.";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final CorrectionSteps correctionSteps;
  private final ReminderSteps reminderSteps;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  private long cascade;
  private long briefing;

  @Autowired
  ChangeBriefingTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      ReminderSteps reminderSteps,
      MovableClock clock,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.correctionSteps = new CorrectionSteps(engine, cascadeSteps);
    this.reminderSteps = reminderSteps;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void aBriefingWasHeldAndTheMemoChanges() {
    init(engine);
    SmallCompany.people().importInto(importer);
    cascade = cascadeSteps.launchAndRelease("boss", "com");
    briefing =
        cascadeSteps.count(
            "select id from briefing where cascade_id = ? and manager_id = 'boss'", cascade);
    cascadeSteps.brief("boss", List.of("ana", "com", "fred", "solo"));
    assertThat(stateOfBriefing()).isEqualTo("DONE");
    clock.moveBy(Duration.ofDays(1));
    change(NEW_TEXT, "We now say by when we call back.");
  }

  @ParameterizedTest
  @CsvSource({
    ", 2, ana, Fill in the day of the briefing.",
    "2026-03-02, 2, ana, 'The day of the briefing, 2026-03-02, is before the memo was corrected on 2026-03-03: tell your team what has changed, then record that day.'",
    "2026-03-03, 2, gil, Not in your team: gil. Open the task again to see who is.",
    "2026-03-03, 1, ana, 'The memo has changed while you had this page open. Copy what you wrote, open the task again, and tell your team what is new before you record the briefing.'",
  })
  void whatCannotBeTakenIsRefused(String day, int version, String present, String answer) {
    var change = change();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief(day, version, present))
        .withMessage(answer);

    assertThat(change).isWaitingAtExactly(BRIEF_CHANGE);
    assertThat(cascadeSteps.stateOf(cascade, "ana")).isEqualTo("PENDING");
  }

  @Test
  void theManagerFindsWhatHasChangedAndTheTeam() {
    var task = correctionSteps.task(briefing, BRIEF_CHANGE).orElseThrow();

    assertThat(task).isAssignedTo("boss");
    assertThat(task).hasDueDate(Date.from(clock.instant().plus(Duration.ofDays(7))));
    assertThat(task.getName()).isEqualTo("Brief the change: The customer comes first");
    assertThat(cascadeSteps.shown("boss", task, "changeText", String.class))
        .contains(
            "We now say by when we call back.",
            "<em>Now:</em> We keep our promises<strong>",
            "The whole memo as it is now",
            "<strong>keep</strong> our promises, and call back in 2 days.")
        .doesNotContain("\n");
    var fields = cascadeSteps.shown("boss", task, "change", SpinJsonNode.class);
    assertThat(fields.prop("version").numberValue()).isEqualTo(2);
    assertThat(fields.prop("present").elements())
        .extracting(SpinJsonNode::stringValue)
        .containsExactly("ana", "com", "fred", "solo");
    assertThat(stateOfBriefing()).isEqualTo("WAITING");
  }

  @Test
  void whenEveryoneWasThereTheTeamIsReachedAgain() {
    var change = change();

    brief(TUESDAY, 2, "ana", "com", "fred", "solo");

    assertThat(change).isEnded().hasPassed(TEAM_REACHED).hasNotPassed(TEAM_ACKNOWLEDGED);
    assertThat(cascadeSteps.statesOf(cascade, "ana", "com", "fred", "solo"))
        .containsOnly("BRIEFED");
    assertThat(stateOfBriefing()).isEqualTo("DONE");
  }

  @Test
  void theTeamIsWaitedForUntilTheLastOneHasAcknowledged() {
    var change = change();
    brief(TUESDAY, 2, "ana", "fred");

    assertThat(change).isWaitingAtExactly(TEAM_ACKNOWLEDGED);
    cascadeSteps.acknowledge(cascade, "com");
    assertThat(change).isWaitingAtExactly(TEAM_ACKNOWLEDGED);
    cascadeSteps.acknowledge(cascade, "solo");

    assertThat(change).isEnded().hasPassed(TEAM_ACKNOWLEDGED, TEAM_REACHED);
    assertThat(stateOfBriefing()).isEqualTo("DONE");
  }

  @Test
  void aTeamThatIsAskedAgainHasTimeAndIsRemindedAgain() {
    brief(TUESDAY, 2, "ana", "fred", "com");
    reminderSteps.sweep();
    assertThat(reminded()).isEmpty();

    reminderSteps.sweepDaysFromDueDate("boss", -2);
    assertThat(reminded()).containsExactly("solo");
    cascadeSteps.acknowledge(cascade, "solo");
    reminderSteps.sweepDaysFromDueDate("boss", 0);

    assertThat(reminded()).containsExactly("solo");
  }

  private List<String> reminded() {
    return rows.queryForList(
        "select recipient_id from notice where kind = 'memo-reminder'", String.class);
  }

  @Test
  void whenEveryoneAnswersByThemselvesThereIsNothingLeftToBrief() {
    var change = change();

    List.of("ana", "com", "fred", "solo").forEach(p -> cascadeSteps.acknowledge(cascade, p));

    assertThat(change).isEnded().hasPassed(TEAM_ACKNOWLEDGED_EARLY, TEAM_REACHED);
    assertThat(stateOfBriefing()).isEqualTo("DONE");
  }

  @Test
  void aManagerWhoBriefsTheChangeHasConfirmedIt() {
    cascadeSteps.brief("fred", Map.of("version", 2, "heldOn", TUESDAY, "present", List.of("gil")));
    assertThat(cascadeSteps.statesOf(cascade, "fred", "gil"))
        .containsExactly("ACKNOWLEDGED", "BRIEFED");
    clock.moveBy(Duration.ofDays(1));
    change("Call at once.", "At once!");
    assertThat(cascadeSteps.statesOf(cascade, "fred", "gil")).containsOnly("PENDING");
    var fredsBriefing =
        cascadeSteps.count(
            "select id from briefing where cascade_id = ? and manager_id = 'fred'", cascade);
    var task = correctionSteps.task(fredsBriefing, BRIEF_CHANGE).orElseThrow();

    cascadeSteps.complete(
        "fred",
        task,
        "change",
        Map.of("version", 3, "heldOn", "2026-03-04", "present", List.of("gil")));

    assertThat(cascadeSteps.statesOf(cascade, "fred", "gil"))
        .containsExactly("ACKNOWLEDGED", "BRIEFED");
  }

  @Test
  void aTeamStillWaitedForIsReachedInBothBriefings() {
    cascadeSteps.brief("ana", Map.of("version", 2, "heldOn", TUESDAY, "present", List.of("eva")));
    clock.moveBy(Duration.ofDays(1));
    change("Call at once.", "At once!");
    var anas =
        cascadeSteps.count(
            "select id from briefing where cascade_id = ? and manager_id = 'ana'", cascade);
    assertThat(instancesOf(anas)).as("the briefing and its change").isEqualTo(2);

    cascadeSteps.complete(
        "ana",
        correctionSteps.task(anas, BRIEF_CHANGE).orElseThrow(),
        "change",
        Map.of("version", 3, "heldOn", "2026-03-04", "present", List.of("bea", "eva")));

    assertThat(instancesOf(anas)).isZero();
  }

  // Helpers

  private void change(String text, String words) {
    correctionSteps.publish("boss", "com", cascade, material(text, words));
    cascadeSteps.runJobs();
  }

  private ProcessInstance change() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(ChangeBriefingProcess.KEY)
        .processInstanceBusinessKey(String.valueOf(briefing))
        .singleResult();
  }

  private long instancesOf(long id) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKeyIn(TeamBriefingProcess.KEY, ChangeBriefingProcess.KEY)
        .processInstanceBusinessKey(String.valueOf(id))
        .count();
  }

  private void brief(String day, int version, String... present) {
    var report = new HashMap<String, Object>();
    report.put("heldOn", day);
    report.put("version", version);
    report.put("present", Arrays.asList(present));
    cascadeSteps.complete(
        "boss", correctionSteps.task(briefing, BRIEF_CHANGE).orElseThrow(), "change", report);
  }

  private String stateOfBriefing() {
    return rows.queryForObject("select state from briefing where id = ?", String.class, briefing);
  }
}
