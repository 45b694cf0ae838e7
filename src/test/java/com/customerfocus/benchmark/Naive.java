package com.customerfocus.benchmark;

import jakarta.ws.rs.ClientErrorException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;

/**
 * The usual way to model a cascade: a process with one task a person, which calls itself for all
 * direct reports at once when a manager has done it; manager by manager, as ours. It runs in the
 * same program as ours, in the same database and for the same people, after ours is over.
 *
 * <p>It is treated kindly. Each level is a transaction of its own, done by the job executor. Who
 * reports to whom it is told from memory, while ours reads tables. It has no due dates, no forms,
 * no texts, no receipts, no mails; nobody looks for deputies, nobody is logged in whose rights
 * would be checked, and no HTTP is between it and who acknowledges. And it gets a sample only, from
 * the top and level by level, although its cost a person does not fall with size: whoever
 * acknowledges writes to the instances of the whole team, and those who do so at the same moment
 * get an optimistic-lock error; the program tries again for them up to five times, and then they do
 * themselves.
 */
final class Naive implements AutoCloseable {

  private static final String KEY = "naive-cascade";
  private static final String MODEL = "benchmark/naive-cascade.bpmn";

  /** The bean that the model asks. */
  private static final String REPORTS = "naiveReports";

  private static final String TASKS = "from ACT_RU_TASK where PROC_DEF_ID_ like '" + KEY + ":%'";
  private static final String INSTANCES =
      "from ACT_RU_EXECUTION where PROC_DEF_ID_ like '" + KEY + ":%'";

  private static final int AT_A_TIME = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Program program;
  private final ProcessEngine engine;
  private final Sample sample;
  private final String deployment;
  private final LongAdder conflicts = new LongAdder();

  /**
   * @param top employee id of whom the memo comes from
   * @param most so many people at most take part
   */
  Naive(Program program, String top, int most) {
    this.program = program;
    this.engine = program.engine();
    this.sample = Sample.of(top, organization(), most);
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

  private Map<String, List<String>> organization() {
    var reports = new HashMap<String, List<String>>();
    program
        .aside()
        .query(
            "select manager_id, id from person where active and manager_id is not null order by id",
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
    for (var left = sample.reports().size(); left > 0; ) {
      var tasks = tasksOfManagers();
      work.inParallel(AT_A_TIME, tasks.size(), number -> complete(tasks.get((int) number)));
      left -= tasks.size();
    }
    await(() -> program.count("select count(*) " + TASKS) == employees());
  }

  private List<String> tasksOfManagers() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN_LOOKS)
        .until(this::openTasksOfManagers, tasks -> !tasks.isEmpty());
  }

  private List<String> openTasksOfManagers() {
    var open = new ArrayList<String>();
    program
        .aside()
        .query(
            "select ID_, ASSIGNEE_ " + TASKS,
            row -> {
              if (sample.reports().containsKey(row.getString("ASSIGNEE_"))) {
                open.add(row.getString("ID_"));
              }
            });
    return open;
  }

  /** Everyone else completes the task, 8 at a time and in no order, until it is over. */
  void acknowledge(Work work) throws Exception {
    var tasks = new ArrayList<>(program.aside().queryForList("select ID_ " + TASKS, String.class));
    Collections.shuffle(tasks, new Random(1));
    work.inParallel(AT_A_TIME, tasks.size(), number -> complete(tasks.get((int) number)));
    await(() -> program.count("select count(*) " + INSTANCES) == 0);
  }

  private static void await(Callable<Boolean> until) {
    Awaitility.await().atMost(PATIENCE).pollInterval(BETWEEN_LOOKS).until(until);
  }

  private void complete(String task) {
    while (!isCompleted(task)) {
      conflicts.increment();
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

  /** How many optimistic-lock errors people got. */
  long conflicts() {
    return conflicts.sum();
  }

  /** Takes away everything it left in the database. */
  @Override
  public void close() {
    engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
    ((DefaultSingletonBeanRegistry) program.context().getBeanFactory()).destroySingleton(REPORTS);
  }
}
