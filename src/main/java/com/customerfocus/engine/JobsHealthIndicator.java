package com.customerfocus.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this node executes the engine's jobs, and how many jobs of all nodes are due, have failed
 * (an open incident) or are overdue.
 *
 * <p>Health needs no login, so the statements must not grow with the number of jobs: counts end at
 * {@value #MOST}.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class JobsHealthIndicator extends AbstractHealthIndicator {

  static final int MOST = 10_000;

  /** A job that has been due this long without a lease is probably executed by no node. */
  static final Duration LONG = Duration.ofMinutes(10);

  private static final Status DEGRADED = new Status("DEGRADED");

  private static final String FAILED = "Jobs have failed: Cockpit says why.";

  private static final String LEFT =
      "Jobs have been due for more than ten minutes, and no node does them. If an older version of"
          + " the program was put back, start a node of the newer one: only that does the jobs of"
          + " its models. If there are just too many, add nodes.";

  private final JobExecutor executor;
  private final JdbcClient jdbc;
  private final Clock clock;

  JobsHealthIndicator(JobExecutor executor, JdbcClient jdbc, Clock clock) {
    this.executor = executor;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    var now = clock.instant();
    var failed = failed();
    var due = due(now);
    if (!executor.isActive()) {
      health.down().withDetail("trouble", "The job executor does not run on this node.");
    } else if (failed > 0) {
      health.status(DEGRADED).withDetail("trouble", FAILED);
    } else if (due.since() != null && due.since().isBefore(now.minus(LONG))) {
      health.status(DEGRADED).withDetail("trouble", LEFT);
    } else {
      health.up();
    }
    health.withDetail("due", inWords(due.count()));
    if (due.since() != null) {
      health.withDetail("dueSince", due.since());
    }
    health.withDetail("failed", inWords(failed));
  }

  private static Object inWords(int count) {
    return count > MOST ? "more than 10,000" : count;
  }

  /** The engine keeps one incident for each job without retries: no index is needed. */
  private int failed() {
    return jdbc.sql(
            """
            select count(*) from (
              select ID_ from ACT_RU_INCIDENT
               where INCIDENT_TYPE_ = 'failedJob' and CAUSE_INCIDENT_ID_ = ID_
               fetch first :most rows only) failed
            """)
        .param("most", MOST + 1)
        .query(Integer.class)
        .single();
  }

  /**
   * Jobs due now.
   *
   * @param since when the oldest unleased job was due, or null when there is none
   */
  private record Due(int count, Instant since) {}

  /** Oldest timers first, by their index; jobs without a due date are due at once. */
  private Due due(Instant now) {
    return jdbc.sql(
            """
            select count(*) as jobs,
                   min(case when LOCK_EXP_TIME_ is null or LOCK_EXP_TIME_ < :now
                            then SINCE_ end) as since
              from (select * from (
                      select DUEDATE_ as SINCE_, LOCK_EXP_TIME_ from ACT_RU_JOB
                       where DUEDATE_ <= :now and RETRIES_ > 0 and SUSPENSION_STATE_ = 1
                       order by DUEDATE_
                       fetch first :most rows only) timers
                    union all
                    select * from (
                      select CREATE_TIME_ as SINCE_, LOCK_EXP_TIME_ from ACT_RU_JOB
                       where DUEDATE_ is null and RETRIES_ > 0 and SUSPENSION_STATE_ = 1
                       fetch first :most rows only) others) due
            """)
        // The engine's columns have no zone: it writes and reads the machine's local time.
        .param("now", Timestamp.from(now))
        .param("most", MOST + 1)
        .query(
            (row, number) -> {
              var since = row.getTimestamp("since");
              return new Due(row.getInt("jobs"), since == null ? null : since.toInstant());
            })
        .single();
  }
}
