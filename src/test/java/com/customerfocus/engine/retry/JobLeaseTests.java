package com.customerfocus.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.sql.Timestamp;
import java.time.Duration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job that takes longer than its lease keeps it. */
@CustomerFocusTest
class JobLeaseTests {

  private static final String JOB = "long-job";
  private static final Timestamp LONG_AGO = Timestamp.valueOf("2001-01-01 00:00:00");

  private final JdbcTemplate rows;
  private final MovableClock clock;
  private final JobLease lease;

  @Autowired
  JobLeaseTests(JdbcTemplate rows, MovableClock clock) {
    this.rows = rows;
    this.clock = clock;
    this.lease = new JobLease(JdbcClient.create(rows), 30);
  }

  @BeforeEach
  void aJobOfThisNode() {
    rows.update(
        "insert into ACT_RU_JOB (ID_, REV_, TYPE_, LOCK_OWNER_, LOCK_EXP_TIME_, SUSPENSION_STATE_)"
            + " values (?, 7, 'message', 'this-node', ?, 2)",
        JOB,
        LONG_AGO);
  }

  @AfterEach
  void removeTheJob() {
    Context.removeJobExecutorContext();
    rows.update("delete from ACT_RU_JOB where ID_ = ?", JOB);
  }

  @Test
  void theLeaseIsRenewedAgainAndAgainAndTheRevisionStays() {
    executeJobOf("this-node");
    var said =
        lease.keepDuring(
            () -> {
              await().until(() -> until().after(LONG_AGO));
              var first = until();
              clock.moveBy(Duration.ofSeconds(1));
              await().until(() -> until().after(first));
              return "done";
            });

    assertThat(said).isEqualTo("done");
    assertThat(rows.queryForObject("select REV_ from ACT_RU_JOB where ID_ = ?", Integer.class, JOB))
        .isEqualTo(7);
  }

  @Test
  void theLeaseOfAnotherNodeIsLeftAlone() {
    executeJobOf("a-node-that-lost-it");
    var other = new JobLease(JdbcClient.create(rows), 3);
    other.keepDuring(
        () -> {
          rows.update("update ACT_RU_JOB set REV_ = 8 where ID_ = ?", JOB);
          return null;
        });

    assertThat(until()).isEqualTo(LONG_AGO);
  }

  @Test
  void outsideAJobTheStepJustRuns() {
    assertThat(lease.<String>keepDuring(() -> "done")).isEqualTo("done");
    assertThat(until()).isEqualTo(LONG_AGO);
  }

  private static void executeJobOf(String node) {
    var job = new MessageEntity();
    job.setId(JOB);
    job.setLockOwner(node);
    var executing = new JobExecutorContext();
    executing.setCurrentJob(job);
    Context.setJobExecutorContext(executing);
  }

  private Timestamp until() {
    return rows.queryForObject(
        "select LOCK_EXP_TIME_ from ACT_RU_JOB where ID_ = ?", Timestamp.class, JOB);
  }
}
