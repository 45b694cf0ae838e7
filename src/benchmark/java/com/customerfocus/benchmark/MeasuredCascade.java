package com.customerfocus.benchmark;

import com.customerfocus.access.Groups;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.core.io.FileSystemResource;

/** One memo on its way from the import of the organization to its outcome, phase by phase. */
final class MeasuredCascade {

  static final String IMPORT = "import";

  /** The longest that one step of a very large organization may take. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private static final String NOT_SENT =
      "select count(*) from (select 1 from notice where state = 'NOT_SENT' limit 1) any_one";

  private static final String BRIEFINGS =
      """
      select count(*)
        from ACT_RU_EXECUTION e join ACT_RE_PROCDEF p on p.ID_ = e.PROC_DEF_ID_
       where p.KEY_ = 'team-briefing'
      """;

  private final Settings settings;
  private final Staff staff;
  private final Program program;
  private final MailSink mails;
  private final Measurement measurement;
  private final ProcessEngine engine;

  private Phase release;
  private Phase reach;
  private Phase acknowledge;
  private Mails sent;
  private Latencies figures;
  private int briefings;
  private int acknowledgements;

  MeasuredCascade(Settings settings, Program program, MailSink mails, Measurement measurement) {
    this.settings = settings;
    this.staff = settings.staff();
    this.program = program;
    this.mails = mails;
    this.measurement = measurement;
    this.engine = program.engine();
  }

  /**
   * Mails go out beside everything else.
   *
   * @param whileReaching how many of them before the last briefing was passed on
   * @param seconds from the first completed briefing to the last mail
   */
  record Mails(long count, long whileReaching, double seconds) {

    /** Over all that time, in parts of which there may have been none to send. */
    double aSecondFromFirstBriefing() {
      return count / seconds;
    }
  }

  /** From the first phase to the last. */
  void run(Path folder) throws Exception {
    importOrganization(folder);
    launchAndRelease();
    var follower = new Follower(program, cascade());
    try (follower) {
      letManagersBrief();
      letEmployeesAnswer();
    }
    figures = follower.work().latencies();
    measurement.failed(follower.work().failures());
    if (isComplete()) {
      close();
    }
  }

  private void importOrganization(Path folder) throws Exception {
    var file = new FileSystemResource(staff.writeTo(folder.resolve("people.csv")));
    var importer = program.context().getBean(OrganizationImporter.class);
    measurement.measure(
        IMPORT,
        staff.people(),
        work -> work.action(() -> importer.importFile(file, "people.csv", null)));
  }

  private void launchAndRelease() throws Exception {
    measurement.measure(
        "launch",
        staff.audience(),
        work -> {
          work.action(as(Staff.LAUNCHER, Groups.SENIOR_OFFICERS, this::launch));
          await(() -> isTaskThere("reviewReach"));
        });
    var review = task("reviewReach");
    release =
        measurement.measure(
            "release",
            staff.audience(),
            work -> {
              work.action(
                  as(
                      Staff.REVIEWER,
                      Groups.COMMUNICATIONS,
                      () -> complete(review, "review", Map.of("decision", "release"))));
              await(() -> isTaskThere("briefTeam"));
            });
  }

  private String launch() {
    var memo = CascadeSteps.memo();
    memo.put("body", "We **keep** our promises, and say so in time when we cannot.\n\n".repeat(30));
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey("memo-cascade", Map.of("memo", CascadeSteps.json(memo)))
        .getId();
  }

  /** Managers brief; once the memo is with everyone, the mails that are not out yet follow. */
  private void letManagersBrief() throws Exception {
    var managers = new Managers(program, settings);
    briefings = managers.briefings();
    var start = System.nanoTime();
    var phase = measurement.measure("reach", staff.audience(), managers::brief);
    reach = measurement.replace(phase, phase.forPeople(reached()));
    var whileReaching = mails.taken();
    var rest = program.count("select count(*) from notice where state = 'NOT_SENT'");
    measurement.measure("mails", rest, this::awaitMails);
    sent = new Mails(mails.taken(), whileReaching, (System.nanoTime() - start) / 1e9);
  }

  /** How many belong to teams that the memo was passed on to. */
  private long reached() {
    return program.count(
        """
        select count(*)
          from receipt r
          join briefing b on b.cascade_id = r.cascade_id and b.manager_id = r.briefed_by
         where b.state in ('WAITING', 'DONE')
        """);
  }

  private void awaitMails(Work work) {
    var before = mails.taken();
    work.expect(program.count("select count(*) from notice where state = 'NOT_SENT'"));
    await(
        () -> {
          work.cameBy(mails.taken() - before);
          return program.count(NOT_SENT) == 0;
        });
  }

  private void letEmployeesAnswer() throws Exception {
    var employees = new Employees(program, settings);
    acknowledgements = employees.acknowledgements();
    acknowledge = measurement.measure("acknowledge", acknowledgements, employees::acknowledge);
  }

  /** Until the launcher can review the outcome, and no briefing is left. */
  private void close() throws Exception {
    measurement.measure(
        "close",
        staff.audience(),
        work -> await(() -> isTaskThere("reviewOutcome") && program.count(BRIEFINGS) == 0));
    as(
            Staff.LAUNCHER,
            Groups.SENIOR_OFFICERS,
            () -> complete(task("reviewOutcome"), "outcome", Map.of("conclusion", "Well done.")))
        .call();
  }

  /** Whether all managers took part, so that the cascade can complete. */
  boolean isComplete() {
    return briefings == staff.managers() && acknowledgements == staff.people() - staff.managers();
  }

  private long cascade() {
    return program.count("select max(id) from cascade");
  }

  private boolean isTaskThere(String element) {
    return program.count("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = ?", element) > 0;
  }

  private String task(String element) {
    return program
        .aside()
        .queryForObject(
            "select ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = ?", String.class, element);
  }

  private String complete(String task, String form, Map<String, Object> fields) {
    engine.getTaskService().complete(task, Map.of(form, CascadeSteps.json(fields)));
    return task;
  }

  /** As Tasklist does it, which knows the groups from the login. */
  private <T> Callable<T> as(int person, String group, Supplier<T> action) {
    return () -> {
      engine
          .getIdentityService()
          .setAuthentication(Staff.id(person), List.of(Groups.MANAGERS, group));
      try {
        return action.get();
      } finally {
        engine.getIdentityService().clearAuthentication();
      }
    };
  }

  private static void await(Callable<Boolean> until) {
    Awaitility.await().atMost(PATIENCE).pollInterval(BETWEEN_LOOKS).until(until);
  }

  Staff staff() {
    return staff;
  }

  /** How many managers briefed. */
  int briefings() {
    return briefings;
  }

  /** How many employees answered. */
  int acknowledgements() {
    return acknowledgements;
  }

  Phase release() {
    return release;
  }

  Phase reach() {
    return reach;
  }

  Phase acknowledge() {
    return acknowledge;
  }

  Mails mails() {
    return sent;
  }

  /** How long the figures took while people briefed and answered. */
  Latencies figures() {
    return figures;
  }
}
