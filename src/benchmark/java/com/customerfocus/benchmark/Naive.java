package com.customerfocus.benchmark;

import jakarta.ws.rs.ClientErrorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The usual model of a cascade: a process with one task a person, which calls itself for all direct
 * reports when a manager has completed the task. It runs in the same program, database and
 * organization as ours, after ours, with a warm-up of a few people, as ours.
 *
 * <p>The comparison favours it. Each level is a transaction of its own, executed by the job
 * executor. It reads reporting lines from memory, while ours reads tables. It has no due dates,
 * forms, texts, receipts, mails, deputies or logins with authorizations, and its acknowledgements
 * need no HTTP. It gets a sample only, from the top and level by level, although its cost a person
 * does not fall with size: each acknowledgement writes to the instances of the whole team, and
 * concurrent ones fail by optimistic locking. The program makes up to five attempts for them; then
 * the client retries, and each such answer counts as one error.
 */
final class Naive implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Naive.class);

  private static final String KEY = "naive-cascade";
  private static final String MODEL = "benchmark/naive-cascade.bpmn";

  /** The bean that the model asks. */
  private static final String REPORTS = "naiveReports";

  private static final String TASKS = "from ACT_RU_TASK where PROC_DEF_ID_ like '" + KEY + ":%'";
  private static final String INSTANCES =
      "from ACT_RU_EXECUTION where PROC_DEF_ID_ like '" + KEY + ":%'";

  private static final int AT_A_TIME = 8;

  /** Attempts of one person; chance does not explain more conflicts. */
  private static final int MOST_ATTEMPTS = 1_000;

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Program program;
  private final ProcessEngine engine;
  private final NamedParameterJdbcTemplate aside;
  private final Sample sample;
  private final String deployment;
  private final LongAdder conflicts = new LongAdder();

  /**
   * @param top employee id of the memo's launcher
   * @param most maximum number of people
   */
  Naive(Program program, String top, int most) {
    this.program = program;
    this.engine = program.engine();
    this.aside = new NamedParameterJdbcTemplate(program.aside());
    this.sample = Sample.of(top, this::reportsOf, most);
    Function<String, List<String>> reports = sample::reportsOf;
    program.context().getBeanFactory().registerSingleton(REPORTS, reports);
    this.deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .name(KEY)
            .addClasspathResource(MODEL)
            .deploy()
            .getId();
  }

  private Map<String, List<String>> reportsOf(List<String> managers) {
    var reports = new HashMap<String, List<String>>();
    aside.query(
        "select manager_id, id from person where active and manager_id in (:managers) order by id",
        Map.of("managers", managers),
        row -> {
          reports
              .computeIfAbsent(row.getString("manager_id"), manager -> new ArrayList<>())
              .add(row.getString("id"));
        });
    return reports;
  }

  /** How many take part. */
  int people() {
    return sample.people();
  }

  /** How many of them have no direct reports. */
  int employees() {
    return people() - sample.reports().size();
  }

  /**
   * Starts it; managers complete their task as soon as they have it, 8 at a time, until everyone
   * else has one.
   */
  void reach(Work work) throws Exception {
    engine.getRuntimeService().startProcessInstanceByKey(KEY, Map.of("person", sample.top()));
    work.expect(sample.reports().size());
    var taken = ConcurrentHashMap.<String>newKeySet();
    var threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      await(
          () -> {
            var open = tasksOfManagers();
            open.stream()
                .filter(taken::add)
                .forEach(task -> threads.submit(() -> complete(task, taken, work)));
            work.endIfHopeless();
            return open.isEmpty() && count(TASKS) == employees();
          });
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> tasksOfManagers() {
    var managers = sample.reports().keySet();
    return managers.isEmpty()
        ? List.of()
        : aside.queryForList(
            "select ID_ " + TASKS + " and ASSIGNEE_ in (:managers)",
            Map.of("managers", managers),
            String.class);
  }

  private void complete(String task, Set<String> taken, Work work) {
    try {
      work.action(
          () -> {
            complete(task);
            return null;
          });
    } catch (Exception e) {
      LOG.debug("Counted as a failure already; the task, if still there, is tried again", e);
      taken.remove(task);
    }
  }

  /** Everyone else completes the task, 8 at a time and in no order, until it is over. */
  void acknowledge(Work work) throws Exception {
    for (var tasks = openTasks(); !tasks.isEmpty(); tasks = openTasks()) {
      var open = tasks;
      work.inParallel(AT_A_TIME, open.size(), number -> complete(open.get((int) number)));
    }
    await(() -> count(INSTANCES) == 0);
  }

  private List<String> openTasks() {
    var tasks = new ArrayList<>(aside.queryForList("select ID_ " + TASKS, Map.of(), String.class));
    Collections.shuffle(tasks, new Random(1));
    return tasks;
  }

  private long count(String what) {
    return program.count("select count(*) " + what);
  }

  private static void await(Callable<Boolean> until) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_LOOKS)
        .until(until);
  }

  private void complete(String task) {
    for (var attempt = 1; !isCompleted(task); attempt++) {
      conflicts.increment();
      if (attempt == MOST_ATTEMPTS) {
        throw new IllegalStateException(
            "Task %s could not be completed %,d times".formatted(task, MOST_ATTEMPTS));
      }
    }
  }

  private boolean isCompleted(String task) {
    try {
      engine.getTaskService().complete(task);
      return true;
    } catch (ClientErrorException anotherOfTheTeamAtTheSameMoment) {
      return false;
    }
  }

  /** Number of conflicts that people had to retry. */
  long conflicts() {
    return conflicts.sum();
  }

  /** Removes its rows from the database. */
  @Override
  public void close() {
    engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
    ((DefaultSingletonBeanRegistry) program.context().getBeanFactory()).destroySingleton(REPORTS);
  }
}
