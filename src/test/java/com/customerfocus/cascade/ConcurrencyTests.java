package com.customerfocus.cascade;

import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CorrectionSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TasklistUser;
import com.customerfocus.testing.Uncommitted;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Many people act at the same moment: each request succeeds, and each is recorded once. */
@Tag("load")
@CustomerFocusTest
class ConcurrencyTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LINES = 20;

  private final Company company = new Company().add("boss", null, "Board", "senior-officer");
  private final HttpClient browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final CascadeService cascades;
  private final PersonalPageService memos;
  private final ReceiptLinks links;
  private final ProcessEngine engine;
  private final JobExecutor jobExecutor;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final MovableClock clock;
  private final String program;

  ConcurrencyTests(
      @Autowired OrganizationImporter importer,
      @Autowired CascadeSteps cascadeSteps,
      @Autowired CascadeService cascades,
      @Autowired PersonalPageService memos,
      @Autowired ReceiptLinks links,
      @Autowired ProcessEngine engine,
      @Autowired JdbcTemplate jdbc,
      @Autowired TransactionTemplate transaction,
      @Autowired MovableClock clock,
      @LocalServerPort int port) {
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.cascades = cascades;
    this.memos = memos;
    this.links = links;
    this.engine = engine;
    this.jobExecutor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.program = "http://localhost:" + port;
  }

  @AfterEach
  void stopTheJobExecutor() {
    jobExecutor.shutdown();
  }

  @Test
  void fiftyPeopleOfOneTeamAcknowledgeAtTheSameMomentSomeOfThemTwice() throws Exception {
    var team = IntStream.rangeClosed(1, 50).mapToObj(i -> "e" + i).toList();
    team.forEach(person -> company.add(person, "boss", "Care", ""));
    var cascade = release();
    cascadeSteps.brief("boss", List.of("reviewer"));
    var clicks =
        Stream.concat(team.stream(), team.stream().limit(15))
            .map(person -> click(cascade, person))
            .toList();

    jobExecutor.start();
    var answers = atTheSameMoment(clicks);

    assertThat(answers).hasSize(65).containsOnly(new Answer(303, 200));
    assertThat(receiptsInState(cascade, "ACKNOWLEDGED")).isEqualTo(50);
    assertThat(briefingsInState(cascade, "DONE")).isEqualTo(1);
    var times = acknowledgementTimes(cascade);
    clock.moveBy(Duration.ofHours(1));
    assertThat(click(cascade, "e1").call()).isEqualTo(new Answer(303, 200));
    assertThat(click(cascade, "e50").call()).isEqualTo(new Answer(303, 200));
    assertThat(acknowledgementTimes(cascade)).isEqualTo(times);
    end(cascade);
  }

  /**
   * The managers of each line pass one memo on. At the same moment the managers below, who were
   * absent when another memo was passed on, are the last two of their teams to answer it.
   */
  @Test
  void managersOfOneLineCompleteAtTheSameMoment() throws Exception {
    for (int i = 0; i < LINES; i++) {
      company.add("line" + i, "boss", "Care", "");
      for (var side : List.of("left", "right")) {
        company.add(side + i, "line" + i, "Care", "");
        company.add(side + i + "report", side + i, "Care", "");
      }
    }
    var first = release();
    brief("boss", lines());
    lines().forEach(line -> cascadeSteps.brief(line, List.of()));
    var second = cascadeSteps.launchAndRelease("boss", "reviewer");
    brief("boss", lines());

    jobExecutor.start();
    for (int i = 0; i < LINES; i++) {
      var line = "line" + i;
      var left = "left" + i;
      var right = "right" + i;
      assertThat(
              atTheSameMoment(
                  List.of(
                      completion(line, List.of()),
                      completion(left, List.of(left + "report")),
                      completion(right, List.of(right + "report")))))
          .containsOnly(204);
      await()
          .atMost(PATIENCE)
          .until(() -> cascadeSteps.managersToBrief().containsAll(List.of(left, right)));
      assertThat(
              atTheSameMoment(
                  List.of(
                      completion(left, List.of(left + "report")),
                      completion(right, List.of(right + "report")))))
          .containsOnly(204);
    }

    end(first, second);
  }

  @Test
  void aTeamAcknowledgesWhileTheMemoIsBeingPassedOnToIt() throws Exception {
    oneEmployeePerLine();
    var cascade = release();
    brief("boss", lines());
    for (int i = 0; i < LINES; i++) {
      var briefing = completion("line" + i, List.of());
      Callable<Answer> manager = () -> new Answer(briefing.call() == 204 ? 303 : 500, 200);
      assertThat(atTheSameMoment(List.of(manager, click(cascade, "employee" + i))))
          .containsOnly(new Answer(303, 200));
    }
    jobExecutor.start();
    end(cascade);
  }

  @Test
  void aTeamAcknowledgesWhileItsManagerRecordsTheBriefing() throws Exception {
    oneEmployeePerLine();
    var cascade = release();
    brief("boss", lines());
    jobExecutor.start();
    for (int i = 0; i < LINES; i++) {
      var briefing = completion("line" + i, List.of("employee" + i));
      Callable<Answer> manager = () -> new Answer(briefing.call() == 204 ? 303 : 500, 200);
      assertThat(atTheSameMoment(List.of(manager, click(cascade, "employee" + i))))
          .containsOnly(new Answer(303, 200));
    }
    end(cascade);
  }

  @Test
  void aCascadeThatClosesTakesNothingBackFromWhoIsAnswering() throws Exception {
    company.add("late", "boss", "Care", "").add("silent", "boss", "Care", "");
    var cascade = release();
    cascadeSteps.brief("boss", List.of("reviewer"));

    var somethingIsOpen =
        whileUncommitted(
            () -> memos.acknowledge(cascadeSteps.receiptOf(cascade, "late"), 1),
            () -> cascades.endOpen(cascade));

    assertThat(somethingIsOpen).isTrue();
    assertThat(cascades.endOpen(cascade)).isFalse();
    assertThat(cascadeSteps.stateOf(cascade, "late")).isEqualTo("ACKNOWLEDGED");
    assertThat(cascadeSteps.stateOf(cascade, "silent")).isEqualTo("LAPSED");
  }

  @Test
  void aCascadeThatClosesLeavesNoBriefingBehindThatIsJustBeingPassedOn() throws Exception {
    oneEmployeePerLine();
    var cascade = release();

    var somethingIsOpen =
        whileUncommitted(
            () -> cascadeSteps.brief("boss", lines()), () -> cascades.endOpen(cascade));

    assertThat(somethingIsOpen).isTrue();
    assertThat(cascades.endOpen(cascade)).isFalse();
    assertThat(briefingProcesses()).isZero();
    assertThat(briefingsInState(cascade, "ENDED")).isEqualTo(LINES + 1);
  }

  /**
   * Half of a team has answered, the other half answers from an open page, when the memo changes.
   */
  @Test
  void aTeamAcknowledgesWhileTheMemoIsBeingCorrected() throws Exception {
    var team = IntStream.rangeClosed(1, 60).mapToObj(i -> "e" + i).toList();
    team.forEach(person -> company.add(person, "boss", "Care", ""));
    var cascade = release();
    brief("boss", team.subList(0, 20));
    team.subList(10, 30).forEach(person -> cascadeSteps.acknowledge(cascade, person));
    var correcting = new CorrectionSteps(engine, cascadeSteps);
    correcting.begin("boss", cascade);
    correcting.write("boss", cascade, CorrectionSteps.material("Call at once.", "At once!"));
    var reviewer = new TasklistUser(program, "reviewer", "secret");
    var review = reviewer.groupTask("reviewCorrection").orElseThrow();
    Callable<Optional<String>> publish =
        () -> {
          var decision = Map.<String, Object>of("decision", "release");
          assertThat(reviewer.complete(review, "review", decision).statusCode()).isEqualTo(204);
          return Optional.empty();
        };
    var answering = Stream.concat(team.subList(0, 10).stream(), team.stream().skip(30)).toList();
    var actions = new ArrayList<Callable<Optional<String>>>();
    answering.forEach(person -> actions.add(() -> answerFromTheFirstPage(cascade, person)));
    actions.add(actions.size() / 2, publish);

    jobExecutor.start();
    var counted = atTheSameMoment(actions).stream().flatMap(Optional::stream).toList();
    await().atMost(PATIENCE).until(() -> corrections() == 0);

    assertThat(
            jdbc.queryForList(
                "select person_id from attestation where state = 'ACKNOWLEDGED'", String.class))
        .as("every answer that counted, and those before, are on record once")
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(team.subList(10, 30).stream(), counted.stream()).toList());
    assertThat(receiptsInState(cascade, "PENDING")).as("with the reviewer").isEqualTo(61);
    assertThat(cascadeSteps.count("select count(*) from receipt where version <> 2")).isZero();
    for (var person : Stream.concat(team.stream(), Stream.of("reviewer")).toList()) {
      cascadeSteps.acknowledge(cascade, person);
    }
    end(cascade);
  }

  /** The person, if the answer counted. */
  private Optional<String> answerFromTheFirstPage(long cascade, String person) throws Exception {
    var page =
        program + URI.create(links.urlFor(cascadeSteps.receiptOf(cascade, person))).getPath();
    var answer =
        browser.send(
            HttpRequest.newBuilder(URI.create(page + "/acknowledgement"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("version=1"))
                .build(),
            BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(303);
    var next = answer.headers().firstValue("Location").orElseThrow();
    return next.endsWith("?seen=1") ? Optional.empty() : Optional.of(person);
  }

  private long corrections() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("memo-correction")
        .count();
  }

  private void oneEmployeePerLine() {
    for (int i = 0; i < LINES; i++) {
      company.add("line" + i, "boss", "Care", "").add("employee" + i, "line" + i, "Care", "");
    }
  }

  private static List<String> lines() {
    return IntStream.range(0, LINES).mapToObj(i -> "line" + i).toList();
  }

  private long release() {
    company.add("reviewer", "boss", "Marketing", "communications").importInto(importer);
    return cascadeSteps.launchAndRelease("boss", "reviewer");
  }

  private void brief(String manager, List<String> present) {
    cascadeSteps.brief(manager, Stream.concat(present.stream(), Stream.of("reviewer")).toList());
  }

  private record Answer(int button, int page) {}

  /** Acknowledges on the personal page and follows the redirect. */
  private Callable<Answer> click(long cascade, String person) {
    var page =
        URI.create(
            program + URI.create(links.urlFor(cascadeSteps.receiptOf(cascade, person))).getPath());
    return () -> {
      var button =
          browser.send(
              HttpRequest.newBuilder(URI.create(page + "/acknowledgement"))
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.noBody())
                  .build(),
              BodyHandlers.discarding());
      var next = page.resolve(button.headers().firstValue("Location").orElse(""));
      var shown =
          browser.send(
              HttpRequest.newBuilder(next).timeout(PATIENCE).build(), BodyHandlers.ofString());
      return new Answer(button.statusCode(), shown.statusCode());
    };
  }

  /** The manager is logged in, has the task open and completes it. */
  private Callable<Integer> completion(String manager, List<String> present) throws IOException {
    var user = new TasklistUser(program, manager, "secret");
    var task = user.task("briefTeam").orElseThrow();
    var report = Map.<String, Object>of("heldOn", "2026-03-02", "present", present);
    return () -> user.complete(task, "briefing", report).statusCode();
  }

  /** Runs an action after the changes, but before the commit, of another thread. */
  private <T> T whileUncommitted(Runnable uncommitted, Callable<T> action) throws Exception {
    try (var first = new Uncommitted(transaction, uncommitted)) {
      return first.meanwhile(action).get(5, TimeUnit.SECONDS);
    }
  }

  /** Every briefing of these cascades ends, then each cascade, once, on any node. */
  private void end(long... ids) throws Exception {
    for (var cascade : ids) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(briefingsInState(cascade, "DONE"))
                      .isEqualTo(
                          cascadeSteps.count(
                              "select count(*) from briefing where cascade_id = ?", cascade)));
      assertThat(receiptsInState(cascade, "PENDING")).isZero();
    }
    Callable<Boolean> node =
        () -> {
          cascades.settleReached();
          return true;
        };
    atTheSameMoment(List.of(node, node, node));
    for (var cascade : ids) {
      await().atMost(PATIENCE).until(() -> outcomesToReview(cascade) == 1);
    }
    assertThat(briefingProcesses()).isZero();
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
    assertThat(engine.getManagementService().createJobQuery().withException().count()).isZero();
  }

  private long briefingProcesses() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("team-briefing")
        .count();
  }

  private long outcomesToReview(long cascade) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey("reviewOutcome")
        .processInstanceBusinessKey(String.valueOf(cascade))
        .count();
  }

  private long briefingsInState(long cascade, String state) {
    return cascadeSteps.count(
        "select count(*) from briefing where cascade_id = ? and state = ?", cascade, state);
  }

  private long receiptsInState(long cascade, String state) {
    return cascadeSteps.count(
        "select count(*) from receipt where cascade_id = ? and state = ?", cascade, state);
  }

  private List<Map<String, Object>> acknowledgementTimes(long cascade) {
    return jdbc.queryForList(
        "select person_id, acknowledged_at from receipt where cascade_id = ? order by person_id",
        cascade);
  }
}
