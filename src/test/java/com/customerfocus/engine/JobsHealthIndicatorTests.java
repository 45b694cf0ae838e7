package com.customerfocus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CustomerFocusTest
class JobsHealthIndicatorTests {

  private static final Duration LONG = Duration.ofMinutes(11);

  private final JobExecutor executor = mock(JobExecutor.class);
  private final ProcessEngine engine;
  private final JdbcTemplate rows;
  private final TransactionTemplate transaction;
  private final MovableClock clock;
  private final JobsHealthIndicator indicator;
  private Deployment deployment;

  JobsHealthIndicatorTests(
      @Autowired ProcessEngine engine,
      @Autowired JdbcClient jdbc,
      @Autowired JdbcTemplate rows,
      @Autowired TransactionTemplate transaction,
      @Autowired MovableClock clock) {
    this.engine = engine;
    this.rows = rows;
    this.transaction = transaction;
    this.clock = clock;
    this.indicator = new JobsHealthIndicator(executor, jdbc, clock);
  }

  @BeforeEach
  void aJobAndATimer() {
    when(executor.isActive()).thenReturn(true);
    var errand =
        Bpmn.createExecutableProcess("errand")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .camundaAsyncAfter()
            .endEvent()
            .done();
    var wait =
        Bpmn.createExecutableProcess("wait")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .intermediateCatchEvent()
            .timerWithDuration("PT1H")
            .endEvent()
            .done();
    deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addModelInstance("errand.bpmn", errand)
            .addModelInstance("wait.bpmn", wait)
            .deploy();
  }

  @AfterEach
  void noErrand() {
    engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  @Test
  void healthIsUpWhileNoJobIsDue() {
    start("wait");
    clock.moveBy(Duration.ofMinutes(59));

    assertThat(health()).isEqualTo("UP {due=0, failed=0}");
  }

  @Test
  void dueJobsAreCounted() {
    start("errand");

    assertThat(health()).isEqualTo("UP {due=1, dueSince=2026-03-02T09:00:00Z, failed=0}");
  }

  @Test
  void aJobThatNoNodeTakesDegradesHealth() {
    start("errand");
    clock.moveBy(LONG);

    assertThat(health())
        .startsWith("DEGRADED {trouble=Jobs have been due for more than ten minutes")
        .contains("start a node of the newer one")
        .endsWith("due=1, dueSince=2026-03-02T09:00:00Z, failed=0}");
  }

  @Test
  void aTimerThatNoNodeTakesDegradesHealth() {
    start("wait");
    clock.moveBy(Duration.ofHours(1).plus(LONG));

    assertThat(health())
        .startsWith("DEGRADED {trouble=Jobs have been due for more than ten minutes")
        .endsWith("due=1, dueSince=2026-03-02T10:00:00Z, failed=0}");
  }

  @Test
  void aLeasedJobDoesNotDegradeHealth() {
    start("errand");
    clock.moveBy(LONG);
    rows.update(
        "update ACT_RU_JOB set LOCK_OWNER_ = 'node', LOCK_EXP_TIME_ = ?",
        Timestamp.from(clock.instant().plusSeconds(1)));

    assertThat(health()).isEqualTo("UP {due=1, failed=0}");
  }

  @Test
  void aSuspendedJobDoesNotDegradeHealth() {
    start("errand");
    engine.getRuntimeService().suspendProcessInstanceByProcessDefinitionKey("errand");
    clock.moveBy(LONG);

    assertThat(health()).isEqualTo("UP {due=0, failed=0}");
  }

  @Test
  void aFailedJobDegradesHealth() {
    start("errand");
    var job = engine.getManagementService().createJobQuery().processDefinitionKey("errand");
    engine.getManagementService().setJobRetries(job.singleResult().getId(), 0);

    assertThat(health())
        .isEqualTo("DEGRADED {trouble=Jobs have failed: Cockpit says why., due=0, failed=1}");
  }

  @Test
  void manyJobsAreNotAllCounted() {
    var due = Timestamp.from(clock.instant());
    transaction.executeWithoutResult(
        status -> {
          rows.batchUpdate(
              "insert into ACT_RU_JOB (ID_, TYPE_, RETRIES_, DUEDATE_) values (?, 'timer', 3, ?)",
              IntStream.rangeClosed(1, 10_001)
                  .mapToObj(number -> new Object[] {"job" + number, due})
                  .toList());
          assertThat(health()).contains("due=more than 10,000");
          status.setRollbackOnly();
        });
  }

  @Test
  void aNodeThatDoesNoJobsIsDown() {
    when(executor.isActive()).thenReturn(false);

    assertThat(health()).startsWith("DOWN {trouble=The job executor does not run on this node.");
  }

  private void start(String process) {
    engine.getRuntimeService().startProcessInstanceByKey(process);
  }

  private String health() {
    Health health = indicator.health();
    return health.getStatus() + " " + health.getDetails();
  }
}
