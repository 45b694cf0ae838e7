package com.customerfocus.cascade.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.access.Actor;
import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.Promise;
import com.customerfocus.promise.PromiseFilter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseService;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.promise.PromiseState;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Commitments of managers in their briefings, from Monday, 2 March 2026, on. */
@CustomerFocusTest
class CommitmentTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final PromiseReports reports;
  private final PromiseService promises;

  private long cascade;

  @Autowired
  CommitmentTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      PromiseReports reports,
      PromiseService promises) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.reports = reports;
    this.promises = promises;
  }

  @BeforeEach
  void aMemoIsReleased() {
    SmallCompany.people().importInto(importer);
    cascade = cascadeSteps.launchAndRelease("boss", "com");
  }

  @ParameterizedTest
  @CsvSource({
    ", Fill in the date by which it is promised.",
    "soon, Fill in the date by which it is promised.",
    "2026-02-27, The working time of 2026-02-27 is over: choose a working day to come.",
    "2027-03-03, The date 2027-03-03 is more than a year away: promise something nearer.",
  })
  void aCommitmentHasADateWithinAYear(String due, String refusal) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", "Call back within a day", due))
        .withMessage(refusal);

    assertThat(promises()).isEmpty();
    assertThat(cascadeSteps.briefingOf("boss")).isPresent();
  }

  @Test
  void tenCommitmentsAreEnough() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", commitments(11), "2026-03-20"))
        .withMessage("You promise 11 things; choose the 10 that matter most, one a line.");

    brief("boss", commitments(10), "2026-03-20");
    assertThat(promises()).hasSize(10);
  }

  @Test
  void aCommitmentHasAtMostFiveHundredCharacters() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", "x".repeat(501), "2026-03-20"))
        .withMessage(
            "One of your commitments has 501 characters; at most 500 fit on a line: shorten it.");

    brief("boss", "x".repeat(500), "2026-03-20");
    assertThat(promises()).extracting(promise -> promise.what().length()).containsExactly(500);
  }

  @ParameterizedTest
  @CsvSource({"''", "' \n \n'", ","})
  void aDateWithoutACommitmentIsNoPromise(String none) {
    brief("boss", none, "2020-01-01");

    assertThat(promises()).isEmpty();
  }

  @Test
  void eachLineIsAPromiseToTheLauncherWithATaskOfItsOwn() {
    everyoneIsThere("boss", "ana", "fred", "com", "solo");

    brief(
        "fred",
        "- Call back within a day\r\n\n  • <script>alert(1)</script> ¡Señoras! 🎉  \n2. One bill\n- Call back within a day",
        "2026-03-20");

    assertThat(promises())
        .extracting(Promise::what)
        .containsExactly(
            "Call back within a day", "<script>alert(1)</script> ¡Señoras! 🎉", "One bill");
    assertThat(promises())
        .allSatisfy(
            promise -> {
              assertThat(promise.madeBy().id()).isEqualTo("fred");
              assertThat(promise.madeTo()).isEqualTo(new Party(Party.Kind.PERSON, "boss", "Boss"));
              assertThat(promise.source()).isEqualTo(new PromiseSource("cascade", cascade));
              assertThat(promise.state()).isEqualTo(PromiseState.OPEN);
              assertThat(promise.due())
                  .isBetween(
                      Instant.parse("2026-03-20T12:00:00Z"), Instant.parse("2026-03-21T00:00:00Z"));
            });
    assertThat(tasksOf("fred"))
        .containsExactlyInAnyOrder(
            "Keep the promise: Call back within a day",
            "Keep the promise: <script>alert(1)</script> ¡Señoras! 🎉",
            "Keep the promise: One bill");
  }

  @Test
  void theTopLaunchersCommitmentsAreMadeToTheOwnDepartment() {
    brief("boss", "Visit a customer a week", "2026-03-20");

    assertThat(promises())
        .extracting(Promise::madeTo)
        .containsExactly(new Party(Party.Kind.DEPARTMENT, "board", "Board"));
  }

  @Test
  void theLauncherSeesWhatBecomesOfThem() {
    assertThat(followed()).doesNotContain("promised to improve");
    brief("boss", "Visit a customer a week\nCall one a day\nRead every complaint", "2026-03-20");
    promises.kept(
        promises().get(1).id(),
        Actor.of("boss"),
        "I have called nine of them, and two of them stay.");

    assertThat(followed())
        .contains("<h3>What managers promised to improve</h3>")
        .contains("<li>Still to be kept: 2</li><li>Kept: 1</li>");
  }

  private String followed() {
    var task =
        engine.getTaskService().createTaskQuery().taskDefinitionKey("followCascade").singleResult();
    return cascadeSteps.shown("boss", task, "progressText", String.class);
  }

  @Test
  void aPromiseOutlivesTheMemoItWasMadeIn() {
    brief("boss", "Visit a customer a week", "2026-03-20");
    var follow =
        engine.getTaskService().createTaskQuery().taskDefinitionKey("followCascade").singleResult();

    cascadeSteps.complete(
        "boss",
        follow,
        "intervention",
        Map.of("what", "withdraw", "reason", "A figure was wrong."));
    cascadeSteps.runJobs();

    assertThat(promises()).extracting(Promise::state).containsExactly(PromiseState.OPEN);
    assertThat(tasksOf("boss")).containsExactly("Keep the promise: Visit a customer a week");
  }

  @Test
  void aBriefingThatIsRefusedPromisesNothing() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                cascadeSteps.brief(
                    "boss",
                    Map.of(
                        "present",
                        List.of(),
                        "commitments",
                        Map.of("what", "Call back", "due", "2026-03-20"))));

    assertThat(promises()).isEmpty();
  }

  private static String commitments(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> "Commitment " + n)
        .collect(Collectors.joining("\n"));
  }

  private void brief(String manager, String what, String due) {
    var commitments = new HashMap<String, Object>();
    commitments.put("what", what);
    commitments.put("due", due);
    var report = new HashMap<String, Object>();
    report.put("heldOn", "2026-03-02");
    report.put("commitments", commitments);
    cascadeSteps.brief(manager, report);
  }

  private void everyoneIsThere(String manager, String... present) {
    cascadeSteps.brief(manager, List.of(present));
  }

  private List<Promise> promises() {
    return reports.promises(
        new PromiseFilter(null, null, null, null, null, null, null, null), 0, 100);
  }

  private List<String> tasksOf(String person) {
    return engine.getTaskService().createTaskQuery().taskAssignee(person).list().stream()
        .filter(task -> task.getTaskDefinitionKey().equals("keepPromise"))
        .map(Task::getName)
        .toList();
  }
}
