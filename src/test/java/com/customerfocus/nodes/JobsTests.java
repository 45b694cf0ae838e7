package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.Company;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.TasklistUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two nodes share jobs and execute each once. */
@Tag("nodes")
class JobsTests {

  private static final Logger LOG = LoggerFactory.getLogger(JobsTests.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int JOBS = 10_000;
  private static final int STEPS = 10;

  /** Enough work for two nodes. */
  private static final int FEW = 200;

  private static final String LEASE = "camunda.bpm.job-execution.lock-time-in-millis=5000";

  /** Logins that start processes, half on each node. */
  private static final int STARTERS = 4;

  @Test
  void tenThousandJobsOnTwoNodesAreEachDoneOnce(@TempDir Path folder) throws Exception {
    try (var nodes = nodes(folder)) {
      ConcurrentUsers.atTheSameMoment(
          IntStream.range(0, STARTERS)
              .mapToObj(i -> starts(i % 2 == 0 ? nodes.one() : nodes.two(), JOBS / STARTERS))
              .toList());

      awaitDone(nodes, JOBS);
      // No job began twice and was rolled back.
      assertThat(nodes.database().queryForObject("select nextval('attempt')", Integer.class))
          .isEqualTo(JOBS + 1);
      var byOne = nodes.count("done where node = " + nodes.one().port());
      LOG.info("Node one did {} of {} jobs, node two the rest", byOne, JOBS);
      assertThat(byOne).isBetween(JOBS / 5, JOBS - JOBS / 5);
    }
  }

  /** Leased jobs that have not begun are lost like running ones until their lease ends. */
  @Test
  void theJobsOfANodeThatIsKilledAreDoneByTheOtherWhenTheirLeasesEnd(@TempDir Path folder)
      throws Exception {
    try (var nodes = nodes(folder, LEASE)) {
      try (var jobs = new HeldOperation(nodes, "insert on done for each statement")) {
        jobs.begin();
        for (var node : List.of(nodes.one(), nodes.two())) {
          starts(node, FEW / 2).call();
        }
        jobs.await("one");
        jobs.await("two");
        var taken = nodes.count("ACT_RU_JOB where LOCK_OWNER_ is not null");
        nodes.one().kill();
        LOG.info("Killed while the nodes had {} jobs in work", taken);
      }

      awaitDone(nodes, FEW);
      assertThat(nodes.count("done where node = " + nodes.one().port())).isZero();
      assertThat(nodes.database().queryForObject("select nextval('attempt')", Integer.class))
          .as("some were begun twice")
          .isGreaterThan(FEW + 1);
    }
  }

  private static TwoNodes nodes(Path folder, String... settings) throws Exception {
    var models = Files.createDirectories(folder.resolve("more/processes"));
    Bpmn.writeModelToFile(models.resolve("roll-call.bpmn").toFile(), rollCall());
    var company = new Company().add("p0", null, "Board", "senior-officer");
    var nodes = new TwoNodes(folder, company, settings).start(models.getParent());
    nodes.database().execute("create sequence attempt");
    // The table has no unique key, so a job could be recorded twice.
    nodes
        .database()
        .execute(
            "create table done (instance varchar(64), step varchar(64), node int, attempt int)");
    return nodes;
  }

  private static void awaitDone(TwoNodes nodes, int jobs) {
    await().atMost(PATIENCE).until(() -> nodes.count("done") >= jobs);
    await()
        .atMost(PATIENCE)
        .until(() -> nodes.count("ACT_RU_JOB where PROCESS_DEF_KEY_ = 'roll-call'") == 0);
    assertThat(nodes.count("done")).isEqualTo(jobs);
    assertThat(nodes.count("(select distinct instance, step from done) each")).isEqualTo(jobs);
    assertThat(nodes.count("ACT_RU_EXECUTION")).isZero();
    assertThat(nodes.count("ACT_RU_INCIDENT")).isZero();
  }

  private static Callable<Integer> starts(SeparateProgram node, int jobs) {
    return () -> {
      var user = new TasklistUser(node.address(), "admin", "secret");
      for (var i = 0; i < jobs / STEPS; i++) {
        user.start("roll-call", "form", Map.of());
      }
      return jobs / STEPS;
    };
  }

  /** A chain of jobs; each records its node in the job's transaction. */
  private static BpmnModelInstance rollCall() {
    var flow =
        Bpmn.createExecutableProcess("roll-call").camundaHistoryTimeToLive(1).startEvent("called");
    var step = flow.serviceTask("step1").camundaAsyncBefore().camundaExpression(record());
    for (var i = 2; i <= STEPS; i++) {
      step = step.serviceTask("step" + i).camundaAsyncBefore().camundaExpression(record());
    }
    return step.endEvent("done").done();
  }

  private static String record() {
    return """
        ${jdbcTemplate.queryForMap("insert into done values ('"\
        .concat(execution.processInstanceId).concat("', '")\
        .concat(execution.currentActivityId).concat("', ")\
        .concat(environment.getProperty("server.port")).concat(", nextval('attempt')) returning step"))}""";
  }
}
