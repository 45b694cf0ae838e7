package com.customerfocus.cascade;

import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.escalation.EscalationService;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.cascade.reminder.ReminderSteps;
import com.customerfocus.engine.task.TaskRouting;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TasklistUser;
import com.customerfocus.testing.Uncommitted;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two people act concurrently on a task, or on an answer that the same task or team depends on:
 * both get a comprehensible answer, and one action is on record.
 */
@CustomerFocusTest
class ConflictTests {

  private static final String DONE =
      "This task is done already: it was completed, or it was no longer needed. What you"
          + " entered was not recorded; copy what you want to keep, then reload your list.";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Company company =
      new Company()
          .add("boss", null, "Board", "senior-officer")
          .add("reviewer", "boss", "Marketing", "communications")
          .add("second", "boss", "Marketing", "communications")
          .add("lead", "boss", "Care", "")
          .add("e1", "lead", "Care", "")
          .add("e2", "lead", "Care", "");

  private final HttpClient browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final ReminderSteps reminderSteps;
  private final CascadeService cascades;
  private final EscalationService escalations;
  private final ReceiptLinks links;
  private final TaskRouting routing;
  private final ProcessEngine engine;
  private final TransactionTemplate transaction;
  private final MovableClock clock;
  private final String program;

  ConflictTests(
      @Autowired OrganizationImporter importer,
      @Autowired CascadeSteps cascadeSteps,
      @Autowired ReminderSteps reminderSteps,
      @Autowired CascadeService cascades,
      @Autowired EscalationService escalations,
      @Autowired ReceiptLinks links,
      @Autowired TaskRouting routing,
      @Autowired ProcessEngine engine,
      @Autowired TransactionTemplate transaction,
      @Autowired MovableClock clock,
      @LocalServerPort int port) {
    this.cascadeSteps = cascadeSteps;
    this.reminderSteps = reminderSteps;
    this.cascades = cascades;
    this.escalations = escalations;
    this.links = links;
    this.routing = routing;
    this.engine = engine;
    this.transaction = transaction;
    this.clock = clock;
    this.program = "http://localhost:" + port;
    this.importer = importer;
  }

  @BeforeEach
  void everyoneWorksHere() {
    company.importInto(importer);
  }

  // The task is done already

  @Test
  void completingAWithdrawnTaskIsAnsweredWithASentence() throws Exception {
    var cascade = release();
    var lead = logIn("lead");
    briefBoss();
    var task = lead.task("briefTeam").orElseThrow();
    var boss = logIn("boss");
    assertThat(withdraw(boss, boss.task("followCascade").orElseThrow()).statusCode())
        .isEqualTo(204);
    cascadeSteps.runJobs();

    assertOvertaken(brief(lead, task), DONE);
    assertOvertaken(lead.claim(task), DONE);
    assertOvertaken(lead.formVariables(task), DONE);
    assertOvertaken(lead.form(task), DONE);
    assertThat(cascadeSteps.stateOf(cascade, "e1")).isEqualTo("LAPSED");
  }

  @Test
  void ofTwoWhoClaimATaskAtTheSameMomentOneReadsThatItIsTaken() throws Exception {
    cascadeSteps.launch("boss", CascadeSteps.memo());
    var reviewer = logIn("reviewer");
    var task = reviewer.groupTask("reviewReach").orElseThrow();

    var answer =
        meanwhile(
            () ->
                cascadeSteps.as(
                    "second",
                    () -> {
                      engine.getTaskService().claim(task, "second");
                      return null;
                    }),
            () -> reviewer.claim(task));

    assertOvertaken(
        answer,
        "Name of second has taken this task already. Reload your list to see what is left.");
  }

  @Test
  void aBriefingThatIsCompletedTwiceAtTheSameMomentIsRecordedOnce() throws Exception {
    release();
    briefBoss();
    var lead = logIn("lead");
    var again = logIn("lead");
    var task = lead.task("briefTeam").orElseThrow();

    var answers =
        atTheSameMoment(
            List.<Callable<HttpResponse<String>>>of(
                () -> brief(lead, task), () -> brief(again, task)));

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnlyOnce(204);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 204)
        .singleElement()
        .satisfies(
            answer ->
                assertThat(message(answer)).isIn(DONE, "This briefing is on record already."));
  }

  @Test
  void theMemoIsTakenBackWhileItsLastReaderIsCounted() throws Exception {
    var cascade = release();
    briefBoss();
    cascadeSteps.brief("lead", List.of("e1", "e2"));
    var boss = logIn("boss");
    var task = boss.task("followCascade").orElseThrow();

    var answer = meanwhile(cascades::settleReached, () -> withdraw(boss, task));

    assertOvertaken(answer, DONE);
    assertThat(
            cascadeSteps.count(
                "select count(*) from cascade where id = ? and state = 'CLOSED'", cascade))
        .isOne();
  }

  @Test
  void theManagerAboveDecidesWhileTheBriefingIsHeld() throws Exception {
    release();
    briefBoss();
    var task = overdue();
    var boss = logIn("boss");

    var answer =
        meanwhile(
            () -> cascadeSteps.brief("lead", List.of("e1", "e2")),
            () ->
                boss.complete(
                    task,
                    "unblocking",
                    Map.of("decision", "extend", "days", 3, "reason", "The lead was ill.")));

    assertThat(message(answer))
        .isIn(
            DONE,
            "The team of Name of lead has been briefed meanwhile, or the memo is closed: nothing is left to decide.");
  }

  // Both can be done

  @Test
  void aBriefingIsHeldWhileItIsGivenMoreTime() throws Exception {
    var cascade = release();
    briefBoss();
    var unblocking = overdue();
    var lead = logIn("lead");
    var task = lead.task("briefTeam").orElseThrow();

    var answer =
        meanwhile(
            () ->
                cascadeSteps.complete(
                    "boss",
                    engine.getTaskService().createTaskQuery().taskId(unblocking).singleResult(),
                    "unblocking",
                    Map.of("decision", "extend", "days", 3, "reason", "The lead was ill.")),
            () -> brief(lead, task));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(cascadeSteps.stateOf(cascade, "e1")).isEqualTo("BRIEFED");
  }

  @Test
  void aBriefingIsHeldWhileItsTaskGoesToADeputy() throws Exception {
    var cascade = release();
    briefBoss();
    var lead = logIn("lead");
    var task = lead.task("briefTeam").orElseThrow();

    var answer =
        meanwhile(() -> routing.change(task, it -> it.setPriority(60)), () -> brief(lead, task));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(cascadeSteps.stateOf(cascade, "e1")).isEqualTo("BRIEFED");
  }

  @Test
  void theLastOfTheTeamAcknowledgesWhileTheListOfWhoIsLateGoesToADeputy() throws Exception {
    var cascade = release();
    briefBoss();
    cascadeSteps.brief("lead", List.of("e1"));
    reminderSteps.remindInVain("lead");
    var task = task("followUpTeam");

    var answer =
        meanwhile(() -> routing.change(task, it -> it.setPriority(60)), click(cascade, "e2"));

    assertThat(answer).isEqualTo(303);
    assertThat(cascadeSteps.stateOf(cascade, "e2")).isEqualTo("ACKNOWLEDGED");
    assertThat(engine.getTaskService().createTaskQuery().taskId(task).count()).isZero();
  }

  @Test
  void theLastOfTheTeamAcknowledgesWhileTheManagerSeesToWhoIsLate() throws Exception {
    var cascade = release();
    briefBoss();
    cascadeSteps.brief("lead", List.of());
    reminderSteps.remindInVain("lead");
    var task =
        engine.getTaskService().createTaskQuery().taskDefinitionKey("followUpTeam").singleResult();
    cascadeSteps.acknowledge(cascade, "e1");

    var answer =
        meanwhile(
            () -> cascadeSteps.complete("lead", task, "followUp", Map.of("briefed", List.of())),
            click(cascade, "e2"));

    assertThat(answer).isEqualTo(303);
    assertThat(cascadeSteps.stateOf(cascade, "e2")).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void theManagerSeesToWhoIsLateWhileTheLastOfThemAnswers() throws Exception {
    var cascade = release();
    briefBoss();
    cascadeSteps.brief("lead", List.of("e1"));
    reminderSteps.remindInVain("lead");
    var lead = logIn("lead");
    var task = lead.task("followUpTeam").orElseThrow();

    var answer =
        meanwhile(
            () -> cascadeSteps.acknowledge(cascade, "e2"),
            () -> lead.complete(task, "followUp", Map.of("briefed", List.of("e2"))));

    assertOvertaken(answer, DONE);
    assertThat(cascadeSteps.stateOf(cascade, "e2")).isEqualTo("ACKNOWLEDGED");
  }

  private long release() {
    return cascadeSteps.launchAndRelease("boss", "reviewer");
  }

  private void briefBoss() {
    cascadeSteps.brief("boss", List.of("reviewer", "second", "lead"));
  }

  /**
   * The lead has not briefed the team.
   *
   * @return the boss's task to decide about it
   */
  private String overdue() {
    clock.moveBy(Duration.ofDays(10));
    escalations.escalateOverdue();
    cascadeSteps.runJobs();
    return task("unblockBriefing");
  }

  private String task(String element) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey(element)
        .singleResult()
        .getId();
  }

  private TasklistUser logIn(String person) throws IOException {
    return new TasklistUser(program, person, "secret");
  }

  private static HttpResponse<String> brief(TasklistUser lead, String task) throws IOException {
    return lead.complete(
        task, "briefing", Map.of("heldOn", "2026-03-02", "present", List.of("e1", "e2")));
  }

  private static HttpResponse<String> withdraw(TasklistUser boss, String task) throws IOException {
    return boss.complete(
        task, "intervention", Map.of("what", "withdraw", "reason", "It was wrong."));
  }

  private Callable<Integer> click(long cascade, String person) {
    var page =
        program + URI.create(links.urlFor(cascadeSteps.receiptOf(cascade, person))).getPath();
    var button =
        HttpRequest.newBuilder(URI.create(page + "/acknowledgement"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.noBody())
            .build();
    return () -> browser.send(button, BodyHandlers.discarding()).statusCode();
  }

  private static void assertOvertaken(HttpResponse<String> answer, String sentence)
      throws IOException {
    assertThat(message(answer)).isEqualTo(sentence);
    assertThat(answer.statusCode()).isEqualTo(409);
  }

  private static String message(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body()).path("message").asText();
  }

  /**
   * Starts the second action before the first commits, with the data of before; it blocks on the
   * first one's locks, or ends earlier.
   */
  private <T> T meanwhile(Runnable first, Callable<T> other) throws Exception {
    Future<T> answer;
    try (var uncommitted = new Uncommitted(transaction, first)) {
      answer = uncommitted.meanwhile(other);
      try {
        answer.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        // It waits for the first.
      }
    }
    return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
