package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.TasklistUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Measures handoffs from request to confirmation among 50 departments, by the requests that
 * Tasklist sends: list, claim, form, its variables, completion. Ours and the same model with
 * nothing but variables take turns in one run; the latter records no history, clocks, promises and
 * mails. Then Tasklist's filters of both sides with few and with many open handoffs, and the
 * figures of all pairs. {@code target/handoffs} holds what it found: {@code handoffs.txt} and
 * {@code handoffs.json}.
 */
@Tag("benchmark")
class HandoffBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger(HandoffBenchmark.class);
  private static final Path FOLDER = Path.of("target", "handoffs");
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private static final int HANDOFFS = Integer.getInteger("handoffs", 10_000);

  /** Enough to know how many a second. */
  private static final int NAIVE_HANDOFFS = Math.min(HANDOFFS, 3_000);

  private static final int OPEN = Integer.getInteger("open", 10_000);
  private static final int COUNTED = Integer.getInteger("counted", 20_000);
  private static final int TIMES = Integer.getInteger("times", 100);

  private static final int DEPARTMENTS = 50;
  private static final int FEW = 100;
  private static final int TO_WARM_UP = 100;
  private static final int AT_A_TIME = 8;

  /** Those of the department that is asked. */
  private static final List<String> FILTERS_OF_PARTNER =
      List.of(
          "group-tasks",
          "handoffs-to-accept",
          "handoffs-to-deliver",
          "handoffs-due-this-week",
          "handoffs-overdue");

  /** Those of the person who has asked. */
  private static final List<String> FILTERS_OF_REQUESTER = List.of("my-tasks", "handoffs-waiting");

  /** Both models have the same forms. */
  private static final List<String> FORMS =
      List.of(
          "forms/handoff-wanted.html",
          "forms/accept-handoff.form",
          "forms/deliver.html",
          "forms/confirm-result.form");

  private static final String OURS = "partner-handoff";
  private static final String NAIVE = "naive-handoff";

  /** Far beyond the numbers that identities reach. */
  private static final long NEXT_COPY = 1_000_000_000L;

  private final List<TasklistUser> members = new ArrayList<>();
  private final Map<String, Integer> found = new HashMap<>();
  private final String soon = LocalDate.now(ZoneOffset.UTC).plusDays(30) + "T12:00";

  private Program program;

  @Test
  void howManyHandoffsANodeTakesAndHowLongPeopleWait() throws Exception {
    var settings = Settings.fromSystemProperties();
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    try (var database = Database.of(settings, FOLDER);
        var mails = new MailSink();
        var started =
            Program.start(
                settings,
                database,
                mails,
                FOLDER,
                "customer-focus.organization.handoff-departments="
                    + IntStream.range(0, DEPARTMENTS)
                        .mapToObj(HandoffBenchmark::department)
                        .collect(Collectors.joining(",")))) {
      program = started;
      var company = company();
      company.importInto(program.context().getBean(OrganizationImporter.class));
      deployNaive();
      for (var i = 0; i < DEPARTMENTS; i++) {
        members.add(new TasklistUser(program.address().toString(), member(i), Program.PASSWORD));
      }
      var report =
          new Report(
              "handoffs",
              company.people(),
              "%d departments that ask each other".formatted(DEPARTMENTS),
              settings,
              database,
              program.context().getBean(Clock.class));
      try {
        throughput(report);
        filters(report);
        pairs(report);
      } finally {
        report.write(FOLDER);
      }
    }
  }

  private static String department(int number) {
    return "Department %02d".formatted(number);
  }

  private static String group(int number) {
    return "department-department-%02d".formatted(number);
  }

  private static String member(int number) {
    return "member%02d".formatted(number);
  }

  private static Company company() {
    var company = new Company().add("boss", null, "Board", "senior-officer");
    for (var i = 0; i < DEPARTMENTS; i++) {
      company.add("head%02d".formatted(i), "boss", department(i), "department-head");
      company.add(member(i), "head%02d".formatted(i), department(i), "");
      company.add("colleague%02d".formatted(i), "head%02d".formatted(i), department(i), "");
    }
    return company;
  }

  private void deployNaive() throws IOException {
    var deployment =
        program
            .engine()
            .getRepositoryService()
            .createDeployment()
            .name(NAIVE)
            .addClasspathResource("benchmark/naive-handoff.bpmn");
    for (var form : FORMS) {
      deployment.addString(form, Files.readString(Path.of(form)));
    }
    deployment.deploy();
    var authorizations = program.engine().getAuthorizationService();
    var start = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
    start.setUserId(Authorization.ANY);
    start.setResource(Resources.PROCESS_DEFINITION);
    start.setResourceId(NAIVE);
    start.addPermission(Permissions.READ);
    start.addPermission(Permissions.CREATE_INSTANCE);
    authorizations.saveAuthorization(start);
  }

  private void throughput(Report report) throws Exception {
    var warmUp = Measurement.ofWarmUp(program);
    warmUp.measure(OURS, TO_WARM_UP, work -> all(work, OURS, TO_WARM_UP));
    warmUp.measure(NAIVE, TO_WARM_UP, work -> all(work, NAIVE, TO_WARM_UP));
    awaitMails();
    var measurement = new Measurement(program);
    for (var process : List.of(OURS, NAIVE)) {
      var handoffs = process.equals(OURS) ? HANDOFFS : NAIVE_HANDOFFS;
      var phase = measurement.measure(process, handoffs, work -> all(work, process, handoffs));
      awaitMails();
      report.put(process, "handoffsASecond", phase.peopleASecond());
      report.put(process, "executionsAHandoff", phase.executionsAPerson());
      report.put(process, "p95", phase.actions().percentile(95));
      LOG.info("{} and its mails have ended", process);
      report.line(
          "%-16s%,8d handoffs,%,8.1f a second,%,8.1f JDBC executions each,%,9.0f ms from request to"
              + " confirmation (95th percentile)",
          process,
          handoffs,
          phase.peopleASecond(),
          phase.executionsAPerson(),
          phase.actions().percentile(95));
    }
    assertThat(measurement.failures()).isEmpty();
    assertThat(program.count("select count(*) from handoff where state = 'CONFIRMED'"))
        .isEqualTo(TO_WARM_UP + HANDOFFS);
  }

  private void all(Work work, String process, int handoffs) throws Exception {
    work.inParallel(AT_A_TIME, handoffs, number -> wholeLife(process, (int) number));
  }

  private void wholeLife(String process, int number) throws IOException {
    var from = number % DEPARTMENTS;
    var to = (number + 1 + number / DEPARTMENTS % (DEPARTMENTS - 1)) % DEPARTMENTS;
    var requester = members.get(from);
    var partner = members.get(to);
    var instance = ask(process, from, to);
    var accept = partner.taskOf(instance, "acceptHandoff").orElseThrow();
    expect(204, partner.claim(accept).statusCode());
    complete(partner, accept, Map.of("decision", "ACCEPT", "date", soon));
    var deliver = partner.taskOf(instance, "deliver").orElseThrow();
    complete(
        partner, deliver, Map.of("decision", "DELIVER", "note", "It stands there since nine."));
    var confirm = requester.taskOf(instance, "confirmResult").orElseThrow();
    complete(requester, confirm, Map.of("decision", "CONFIRM"));
  }

  private String ask(String process, int from, int to) throws IOException {
    var request = request(to);
    if (process.equals(NAIVE)) {
      request.put("group", group(to));
      request.put("partner", member(to));
      request.put("requester", member(from));
    }
    return members.get(from).start(process, "handoffRequest", request);
  }

  private Map<String, Object> request(int to) {
    var request = new HashMap<String, Object>();
    request.put("partner", department(to));
    request.put("need", "A van for the pump of the mill, which weighs 300 kg.");
    request.put("tried", "The parcel service does not take it.");
    request.put("doneWhen", "The pump stands in the mill.");
    request.put("wished", soon);
    return request;
  }

  private static void complete(TasklistUser user, String task, Map<String, Object> word)
      throws IOException {
    expect(200, user.form(task).statusCode());
    expect(200, user.formVariables(task).statusCode());
    expect(204, user.complete(task, "word", word).statusCode());
  }

  private static void expect(int status, int found) {
    if (found != status) {
      throw new IllegalStateException("Status %d instead of %d".formatted(found, status));
    }
  }

  private void awaitMails() {
    await()
        .atMost(PATIENCE)
        .until(() -> program.count("select count(*) from notice where state = 'NOT_SENT'") == 0);
  }

  /** One person asks one department, the worst case for both. */
  private void filters(Report report) throws Exception {
    var few = opened(0, FEW);
    var many = opened(FEW, OPEN);
    few.forEach(
        (filter, took) -> {
          report.put(filter, "p95Few", took.percentile(95));
          report.put(filter, "p95Many", many.get(filter).percentile(95));
          report.put(filter, "tasks", found.get(filter));
          report.line(
              "%-30s%,9.1f ms with %,d open,%,9.1f ms with %,d, of which it has %,d (95th"
                  + " percentile)",
              filter,
              took.percentile(95),
              FEW,
              many.get(filter).percentile(95),
              OPEN,
              found.get(filter));
        });
  }

  private Map<String, Latencies> opened(int before, int open) throws Exception {
    var filling = new Measurement(program);
    filling.measure("open", open - before, work -> open(work, open - before));
    assertThat(filling.failures()).isEmpty();
    assertThat(
            program.count(
                "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ in ('acceptHandoff',"
                    + " 'deliver')"))
        .isEqualTo(open);
    awaitMails();
    spreadDueDates();
    program.aside().execute("analyze");
    var took = new LinkedHashMap<String, Latencies>();
    for (var filter : FILTERS_OF_PARTNER) {
      took.put(filter, look(filter, member(0)));
    }
    for (var filter : FILTERS_OF_REQUESTER) {
      took.put(filter, look(filter, member(1)));
    }
    return took;
  }

  private Latencies look(String filter, String user) throws IOException {
    var address = program.address().toString();
    found.put(filter, new TasklistUser(address, user, Program.PASSWORD).open(filter));
    var took = new Views(address, Program.PASSWORD).filter(filter, user, TIMES);
    LOG.info("{}: {} tasks, {} ms (95 %)", filter, found.get(filter), took.percentile(95));
    return took;
  }

  /** Half of them are accepted. Without HTTP: what people wait for is not measured here. */
  private void open(Work work, int handoffs) throws Exception {
    var definition =
        program
            .engine()
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(OURS)
            .latestVersion()
            .singleResult()
            .getId();
    work.inParallel(AT_A_TIME, handoffs, number -> open(definition, number % 2 == 0));
  }

  private void open(String definition, boolean accepted) {
    var forms = program.engine().getFormService();
    var instance =
        as(
            1,
            () ->
                forms.submitStartForm(
                    definition, Map.of("handoffRequest", CascadeSteps.json(request(0)))));
    if (accepted) {
      var task =
          program
              .engine()
              .getTaskService()
              .createTaskQuery()
              .processInstanceId(instance.getId())
              .taskDefinitionKey("acceptHandoff")
              .singleResult();
      var word = Map.<String, Object>of("decision", "ACCEPT", "date", soon);
      as(
          0,
          () -> {
            program.engine().getTaskService().claim(task.getId(), member(0));
            forms.submitTaskForm(task.getId(), Map.of("word", CascadeSteps.json(word)));
            return null;
          });
    }
  }

  private <T> T as(int department, Supplier<T> action) {
    var identity = program.engine().getIdentityService();
    identity.setAuthentication(member(department), List.of(group(department)));
    try {
      return action.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  /** A third are late, a third due in an hour: no day passes during the run. */
  private void spreadDueDates() {
    program
        .aside()
        .update(
            """
            update ACT_RU_TASK t
               set DUE_DATE_ = case n.number % 3
                                 when 0 then localtimestamp - interval '1 day'
                                 when 1 then localtimestamp + interval '1 hour'
                                 else t.DUE_DATE_ end
              from (select ID_, row_number() over (order by ID_) as number from ACT_RU_TASK) n
             where n.ID_ = t.ID_ and t.TASK_DEF_KEY_ in ('acceptHandoff', 'deliver')
            """);
  }

  /** Figures of handoffs that were confirmed, copied until there are enough. */
  private void pairs(Report report) {
    var confirmed = program.count("select count(*) from handoff where state = 'CONFIRMED'");
    var copies = Math.max(0, COUNTED / confirmed - 1);
    copy("promise", copies, List.of("source_id", "id"), List.of());
    copy("handoff", copies, List.of("id", "promise_id"), List.of());
    copy("handoff_event", copies, List.of("handoff_id"), List.of("id"));
    copy("handoff_rating", copies, List.of("handoff_id"), List.of("id"));
    copy("service_clock", copies, List.of("subject_id"), List.of("id"));
    program.aside().execute("analyze");
    var took =
        new Views(program.address().toString(), Program.PASSWORD)
            .page("/api/partnerships", Program.ADMINISTRATOR, TIMES);
    report.latencies(
        "partnerships",
        "GET /api/partnerships with %,d handoffs"
            .formatted(program.count("select count(*) from handoff")),
        took);
  }

  /**
   * Copies rows of confirmed handoffs, those of each in the order of the original.
   *
   * @param shifted columns with numbers that are other ones in each copy; the first is that of the
   *     handoff
   * @param left columns that the database fills
   */
  private void copy(String table, long copies, List<String> shifted, List<String> left) {
    var columns =
        program
            .aside()
            .queryForList(
                "select column_name from information_schema.columns"
                    + " where table_schema = 'public' and table_name = ?",
                String.class,
                table);
    columns.removeAll(left);
    var values =
        columns.stream()
            .map(it -> shifted.contains(it) ? "t.%s + n * %d".formatted(it, NEXT_COPY) : "t." + it)
            .collect(Collectors.joining(", "));
    program
        .aside()
        .update(
            """
            insert into %s (%s)
            select %s from %s t join handoff h on h.id = %s, generate_series(1, ?) n
             where h.state = 'CONFIRMED' and h.id < 1000000000
             order by n, t.id
            """
                .formatted(table, String.join(", ", columns), values, table, "t." + shifted.get(0)),
            copies);
  }
}
