package com.customerfocus.cascade.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.cascade.escalation.EscalationService;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.cascade.reminder.ReminderSteps;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CountedDatabase.Execution;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TestMailServer;
import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.StopWatch;

/**
 * Budget of a memo in JDBC executions, a batch counting once: it decides whether the program scales
 * to 1,000,000 people. Reads in Tasklist besides completing a task are not included.
 */
@CustomerFocusTest
class BudgetTests {

  private static final Logger LOG = LoggerFactory.getLogger(BudgetTests.class);
  private static final int SPAN = 8;
  private static final Duration LONG = Duration.ofMinutes(2);

  private static final Pattern OUR_TABLES =
      Pattern.compile("\\b(receipt|notice|briefing|person)\\b");
  private static final Pattern WHOLE_TABLE =
      Pattern.compile("Seq Scan on (receipt|notice|briefing|person)\\b");

  private static final GreenMail POST = TestMailServer.shared();

  private final HttpClient browser = HttpClient.newHttpClient();
  private final OrganizationImporter importer;
  private final CascadeService cascades;
  private final EscalationService escalations;
  private final CascadeSteps cascadeSteps;
  private final ReceiptLinks links;
  private final ReminderSteps reminderSteps;
  private final NoticeSender sender;
  private final CountedDatabase database;
  private final MovableClock clock;
  private final ProcessEngine engine;
  private final JdbcTemplate jdbc;
  private final int port;

  @Autowired
  BudgetTests(
      OrganizationImporter importer,
      CascadeService cascades,
      EscalationService escalations,
      CascadeSteps cascadeSteps,
      ReceiptLinks links,
      ReminderSteps reminderSteps,
      NoticeSender sender,
      CountedDatabase database,
      MovableClock clock,
      ProcessEngine engine,
      JdbcTemplate jdbc,
      @LocalServerPort int port) {
    this.importer = importer;
    this.cascades = cascades;
    this.escalations = escalations;
    this.cascadeSteps = cascadeSteps;
    this.links = links;
    this.reminderSteps = reminderSteps;
    this.sender = sender;
    this.database = database;
    this.clock = clock;
    this.engine = engine;
    this.jdbc = jdbc;
    this.port = port;
  }

  @BeforeEach
  void emptyMailboxes() throws Exception {
    POST.purgeEmailFromAllMailboxes();
  }

  @Test
  void anImportTakesAsManyExecutionsForThreeHundredPeopleAsForThree() {
    oneBigDivision(0).importInto(importer);
    var cascade = cascadeSteps.launchAndRelease("boss", "com");
    for (var manager : List.of("boss", "left", "right")) {
      cascadeSteps.brief(manager, List.of());
    }

    var forThree = executionsOfImporting(oneBigDivision(3));
    var forThreeHundred = executionsOfImporting(oneBigDivision(300));

    assertThat(forThreeHundred).isEqualTo(forThree);
    assertThat(counted("select count(*) from receipt where briefed_by = 'right'")).isEqualTo(302);
    assertThat(
            counted(
                "select count(*) from receipt where cascade_id = ? and state = 'LAPSED'", cascade))
        .isEqualTo(300);
  }

  /** Moves people from left to right; as many leave and join. */
  private static Company oneBigDivision(int changes) {
    var company =
        new Company()
            .add("boss", null, "Board", "senior-officer")
            .add("com", "boss", "Marketing", "communications")
            .add("left", "boss", "Care", "")
            .add("right", "boss", "Care", "")
            .add("steady", "left", "Care", "")
            .add("ready", "right", "Care", "")
            .add("late", "right", "Care", "");
    for (var i = 0; i < 400; i++) {
      company.add("mover" + i, i < changes ? "right" : "left", "Care", "");
      if (i >= changes) {
        company.add("leaver" + i, "left", "Care", "");
      } else {
        company.add("joiner" + i, "left", "Care", "");
      }
    }
    return company;
  }

  private int executionsOfImporting(Company company) {
    database.startCounting();
    company.importInto(importer);
    return database.count();
  }

  @Test
  void theWholeLifeOfACascadeTakesAtMostTenExecutionsAPerson() {
    Company.tree(SPAN, 3).importInto(importer);
    var jobs =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    database.startCounting();
    jobs.start();
    try {
      var instance = as("p0", () -> launch());
      complete(
          "reviewer", taskOf(instance, "reviewReach"), "review", Map.of("decision", "release"));
      var cascade = database.ignoring(() -> cascadeSteps.cascadeId(instance));
      awaitBriefings(1);
      var people = (int) counted("select count(*) from receipt where cascade_id = ?", cascade);
      var released = database.count();

      for (var teams = 1; teams <= SPAN * SPAN; teams *= SPAN) {
        awaitBriefings(teams).forEach(this::holdBriefing);
      }
      await()
          .atMost(LONG)
          .until(() -> counted("select count(*) from briefing where state <> 'DONE'") == 0);
      var briefed = database.count();

      while (sender.sendDue() > 0) {
        LOG.debug("Mails are on their way");
      }
      assertThat(POST.getReceivedMessages()).hasSize(people);
      var mailed = database.count();

      var employees = employeesOf(cascade);
      employees.forEach(this::readAndAcknowledge);
      var acknowledged = database.count();

      cascades.settleReached();
      complete(
          "p0", taskOf(instance, "reviewOutcome"), "outcome", Map.of("conclusion", "Well done"));
      var all = database.count();

      assertThat(people).isGreaterThanOrEqualTo(584);
      assertThat(counted("select count(*) from receipt where state = 'ACKNOWLEDGED'"))
          .isEqualTo(people);
      assertThat(
              database.ignoring(
                  () -> engine.getRuntimeService().createProcessInstanceQuery().count()))
          .isZero();
      LOG.info(
          "{} executions for {} people are {} each: launch and release {}, briefings {},"
              + " mails {}, acknowledgements {}, close {}",
          all,
          people,
          "%.2f".formatted((double) all / people),
          released,
          briefed - released,
          mailed - briefed,
          acknowledged - mailed,
          all - acknowledged);
      assertThat((double) all / people).as("executions a person").isLessThanOrEqualTo(10);
    } finally {
      jobs.shutdown();
    }
  }

  @Test
  void anAcknowledgementTakesTheSameFewExecutionsInAnyAudience() {
    var few = acknowledgements("few", 60);
    var many = acknowledgements("many", 600);

    assertThat(few.briefed()).isLessThanOrEqualTo(8).isEqualTo(many.briefed());
    assertThat(few.pending()).isLessThanOrEqualTo(8).isEqualTo(many.pending());
    LOG.info("An acknowledgement with the page before and after it: {}", many);
  }

  private Acknowledgements acknowledgements(String company, int people) {
    companyOf(company, people);
    var cascade = cascadeSteps.launchAndRelease(company, company + "-reviewer");
    cascadeSteps.brief(company, teamOf(company, cascade));
    var manager = company + "-m1";
    cascadeSteps.brief(manager, teamOf(manager, cascade).subList(0, 5));
    var briefed = teamOf(manager, cascade).get(0);
    var pending = teamOf(manager, cascade).get(7);
    assertThat(cascadeSteps.stateOf(cascade, briefed)).isEqualTo("BRIEFED");
    assertThat(cascadeSteps.stateOf(cascade, pending)).isEqualTo("PENDING");
    // A colleague has opened the page before.
    get(links.urlFor(cascadeSteps.receiptOf(cascade, teamOf(manager, cascade).get(1))));
    var result =
        new Acknowledgements(
            executions(() -> readAndAcknowledge(links.urlFor(receiptOf(cascade, briefed)))),
            executions(() -> readAndAcknowledge(links.urlFor(receiptOf(cascade, pending)))));
    assertThat(cascadeSteps.stateOf(cascade, briefed)).isEqualTo("ACKNOWLEDGED");
    assertThat(cascadeSteps.stateOf(cascade, pending)).isEqualTo("ACKNOWLEDGED");
    return result;
  }

  /** Executions, by the state of the receipt before. */
  private record Acknowledgements(int briefed, int pending) {}

  @Test
  void aReleaseTakesTheSameFewExecutionsForAnyAudience() {
    assertThat(release("few", 60)).isEqualTo(release("many", 600));
  }

  private int release(String company, int people) {
    companyOf(company, people);
    var instance = cascadeSteps.launch(company, CascadeSteps.memo());
    var task = cascadeSteps.task(instance, "reviewReach");
    var executions =
        executions(
            () -> {
              complete(company + "-reviewer", task, "review", Map.of("decision", "release"));
              cascadeSteps.runJobs();
            });
    assertThat(
            cascadeSteps.count(
                "select count(*) from receipt where cascade_id = ?",
                cascadeSteps.cascadeId(instance)))
        .isGreaterThanOrEqualTo(people);
    assertThat(cascadeSteps.briefingOf(company)).isPresent();
    LOG.info("Releasing to {} people: {} executions", people, executions);
    return executions;
  }

  @Test
  void theFiguresTakeAtMostFiveExecutionsForAnyAudience() {
    assertThat(figures("few", 60)).isEqualTo(figures("many", 600)).isLessThanOrEqualTo(5);
  }

  private int figures(String company, int people) {
    companyOf(company, people);
    var cascade = cascadeSteps.launchAndRelease(company, company + "-reviewer");
    var request = figuresOf(cascade);
    // The first request with a password hashes it; later ones use the cache.
    send(asAdministrator("/v3/api-docs"));
    var executions =
        executions(() -> assertThat(send(request).body()).contains("\"audience\":" + (people + 1)));
    LOG.info("The figures of {} people, login included: {} executions", people, executions);
    return executions;
  }

  @Test
  void remindersTakeTheSameFewExecutionsForAnyTeam() {
    assertThat(reminders("few", 100)).isEqualTo(reminders("many", 10_000)).isLessThanOrEqualTo(5);
  }

  /** One check of a team without answers. */
  private int reminders(String manager, int people) {
    var company = new Company().add(manager, null, "Board", "senior-officer");
    company.add(manager + "-reviewer", manager, "Board", "communications");
    IntStream.range(1, people).forEach(i -> company.add(manager + i, manager, "Sales", ""));
    company.importInto(importer);
    cascadeSteps.launchAndRelease(manager, manager + "-reviewer");
    cascadeSteps.brief(manager, List.of());
    reminderSteps.sweep();
    reminderSteps.moveToDaysFromDueDate(manager, 0);
    var time = new StopWatch();
    time.start();
    var executions = executions(reminderSteps::sweep);
    time.stop();
    assertThat(
            cascadeSteps.count(
                "select count(*) from notice where kind = 'memo-reminder' and recipient_id like ?",
                manager + "%"))
        .isEqualTo(people);
    clock.moveTo(FreshStart.MONDAY_MORNING);
    LOG.info(
        "Reminding {} people: {} executions, {} ms", people, executions, time.getTotalTimeMillis());
    return executions;
  }

  @Test
  @EnabledIf("com.customerfocus.testing.TestDatabase#isPostgres")
  void nothingThatHappensOftenReadsAWholeTable() {
    companyOf("small", 60);
    fillTables();
    var cascade = cascadeSteps.launchAndRelease("small", "small-reviewer");
    cascadeSteps.brief("small", teamOf("small", cascade));
    jdbc.execute("analyze");

    database.startCounting();
    holdAnswerAndCount(cascade);

    var statements =
        database.recorded().stream()
            .filter(execution -> OUR_TABLES.matcher(execution.sql()).find())
            .collect(Collectors.toMap(Execution::sql, Function.identity(), (one, same) -> one));
    assertThat(statements).hasSizeGreaterThan(15);
    assertThat(statements.values())
        .extracting(statement -> statement.sql() + "\n" + plan(statement))
        .filteredOn(WHOLE_TABLE.asPredicate())
        .isEmpty();
  }

  /** One of each operation per manager, per employee, or every few seconds. */
  private void holdAnswerAndCount(long cascade) {
    var team = database.ignoring(() -> teamOf("small-m1", cascade));
    var briefing = database.ignoring(() -> cascadeSteps.briefingOf("small-m1").orElseThrow());
    engine.getTaskService().getVariablesTyped(briefing.getId(), List.of("briefing"), false);
    holdBriefing("small-m1", briefing, team.subList(0, 5));
    sender.sendDue();
    readAndAcknowledge(links.urlFor(receiptOf(cascade, team.get(0))));
    readAndAcknowledge(links.urlFor(receiptOf(cascade, team.get(7))));
    cascades.settleReached();
    escalations.escalateOverdue();
    database.ignoring(
        () -> {
          reminderSteps.moveToDaysFromDueDate("small-m1", 0);
          return null;
        });
    reminderSteps.sweep();
    assertThat(send(figuresOf(cascade)).statusCode()).isEqualTo(200);
  }

  /** A memo with 10,000 other readers, of whom all but one have answered. */
  private void fillTables() {
    var time = FreshStart.MONDAY_MORNING.atOffset(ZoneOffset.UTC);
    jdbc.update(
        """
        insert into person (id, name, mail, manager_id, department_id, heritage, language, active)
        select 'o' || n, 'Other', 'o' || n || '@old.example', 'o' || n / 8, d.id, 'Old Company',
               'en', true
          from generate_series(1, 10000) n, (select min(id) as id from department) d
        """);
    jdbc.update(
        """
        insert into cascade (state, title, body, days_to_brief, days_to_acknowledge, launched_by,
          launched_at, released_at, closes_at)
        values ('RUNNING', 'Large', 'Memo', 5, 5, 'o1', ?, ?, ?)
        """,
        time,
        time,
        time.plusDays(20));
    jdbc.update(
        """
        insert into receipt (cascade_id, person_id, briefed_by, level, department_id, heritage, state)
        select c.id, p.id, p.manager_id, 5, p.department_id, p.heritage,
               case when p.id = 'o10000' then 'PENDING' else 'ACKNOWLEDGED' end
          from cascade c, person p where p.name = 'Other'
        """);
    jdbc.update(
        """
        insert into briefing (cascade_id, manager_id, state, due_at, check_reminders_at)
        select cascade_id, person_id, 'DONE', ?, null from receipt
        """,
        time);
    jdbc.update(
        """
        insert into notice (kind, subject_id, recipient_id, address, language, state, next_try_at,
          created_at, sent_at)
        select 'memo-arrived', id, person_id, 'o@old.example', 'en', 'SENT', ?, ?, ? from receipt
        """,
        time,
        time,
        time);
  }

  private String plan(Execution execution) {
    return jdbc.execute(
        (ConnectionCallback<String>)
            connection -> {
              try (var explain = connection.prepareStatement("explain " + execution.sql())) {
                execution.fill(explain);
                var lines = explain.executeQuery();
                var plan = new StringBuilder();
                while (lines.next()) {
                  plan.append(lines.getString(1)).append('\n');
                }
                return plan.toString();
              }
            });
  }

  private int executions(Runnable action) {
    database.startCounting();
    action.run();
    return database.count();
  }

  /** Teams of nine below managers of one top, and a reviewer. */
  private void companyOf(String name, int people) {
    var company = new Company().add(name, null, "Board", "senior-officer");
    for (var m = 1; m <= people / 10; m++) {
      var manager = name + "-m" + m;
      company.add(manager, name, "Department " + m % 7, "");
      IntStream.rangeClosed(1, 9)
          .forEach(i -> company.add(manager + "-" + i, manager, "Department " + i, ""));
    }
    company.add(name + "-reviewer", name, "Board", "communications").importInto(importer);
  }

  private List<String> teamOf(String manager, long cascade) {
    return jdbc.queryForList(
        "select person_id from receipt where cascade_id = ? and briefed_by = ? order by person_id",
        String.class,
        cascade,
        manager);
  }

  private long receiptOf(long cascade, String person) {
    return database.ignoring(() -> cascadeSteps.receiptOf(cascade, person));
  }

  private ProcessInstance launch() {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            "memo-cascade", Map.of("memo", CascadeSteps.json(CascadeSteps.memo())));
  }

  /** Managers with a briefing to hold and their tasks, once there is this number. */
  private Map<String, Task> awaitBriefings(int teams) {
    return await()
        .atMost(LONG)
        .until(
            () ->
                database.ignoring(
                    () ->
                        engine
                            .getTaskService()
                            .createTaskQuery()
                            .taskDefinitionKey("briefTeam")
                            .list()
                            .stream()
                            .collect(Collectors.toMap(Task::getAssignee, Function.identity()))),
            tasks -> tasks.size() == teams);
  }

  private void holdBriefing(String manager, Task task) {
    var team =
        database.ignoring(
            () ->
                jdbc.queryForList(
                    "select person_id from receipt where briefed_by = ?", String.class, manager));
    holdBriefing(manager, task, team);
  }

  private void holdBriefing(String manager, Task task, List<String> present) {
    complete(
        manager,
        task,
        "briefing",
        Map.of("heldOn", "2026-03-02", "present", present, "localBrief", "What it means for us."));
  }

  private Task taskOf(ProcessInstance instance, String element) {
    return await()
        .atMost(LONG)
        .until(
            () -> database.ignoring(() -> cascadeSteps.task(instance, element)), Objects::nonNull);
  }

  private void complete(String user, Task task, String field, Map<String, Object> fields) {
    as(
        user,
        () -> {
          engine.getTaskService().complete(task.getId(), Map.of(field, CascadeSteps.json(fields)));
          return null;
        });
  }

  /** With groups of the login, as in Tasklist. */
  private <T> T as(String user, Supplier<T> action) {
    var groups = database.ignoring(() -> cascadeSteps.groupsOf(user));
    engine.getIdentityService().setAuthentication(user, groups);
    try {
      return action.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private List<String> employeesOf(long cascade) {
    return database.ignoring(
        () ->
            jdbc
                .queryForList(
                    """
                    select id from receipt r
                     where cascade_id = ?
                       and not exists (select 1 from briefing b where b.manager_id = r.person_id)
                    """,
                    Long.class,
                    cascade)
                .stream()
                .map(links::urlFor)
                .toList());
  }

  private void readAndAcknowledge(String link) {
    assertThat(get(link)).contains("/acknowledgement");
    var answer =
        send(
            HttpRequest.newBuilder(here(URI.create(link).getPath() + "/acknowledgement"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(get(link)).doesNotContain("/acknowledgement");
  }

  private HttpRequest figuresOf(long cascade) {
    return asAdministrator("/api/cascades/" + cascade);
  }

  private HttpRequest asAdministrator(String path) {
    return HttpRequest.newBuilder(here(path))
        .header("Authorization", BasicLogin.header("admin:admin-secret"))
        .build();
  }

  private String get(String link) {
    var page = send(HttpRequest.newBuilder(here(URI.create(link).getPath())).build());
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private URI here(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return browser.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private long counted(String sql, Object... params) {
    return database.ignoring(() -> cascadeSteps.count(sql, params));
  }
}
