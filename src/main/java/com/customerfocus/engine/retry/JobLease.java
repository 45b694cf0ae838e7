package com.customerfocus.engine.retry;

import java.sql.Timestamp;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Renews the lease of a job while a long step runs in it. A job whose lease has ended is executed a
 * second time, which changes its revision: the first execution then fails by optimistic locking
 * when it is done. Where each execution takes longer than a lease, none would ever succeed.
 */
@Component
public class JobLease {

  private static final Logger LOG = LoggerFactory.getLogger(JobLease.class);

  /** Renewals in the time of one lease, so that a late one does no harm. */
  private static final int RENEWALS = 3;

  private final JdbcClient jdbc;
  private final long leaseMillis;

  JobLease(
      JdbcClient jdbc,
      @Value("${camunda.bpm.job-execution.lock-time-in-millis}") long leaseMillis) {
    this.jdbc = jdbc;
    this.leaseMillis = leaseMillis;
  }

  /** Runs the step. Outside a job, as in a request, there is no lease to renew. */
  public <T> T keepDuring(Supplier<T> step) {
    var executing = Context.getJobExecutorContext();
    var job = executing == null ? null : executing.getCurrentJob();
    return job == null ? step.get() : keep(job, step);
  }

  private <T> T keep(JobEntity job, Supplier<T> step) {
    var id = job.getId();
    var owner = job.getLockOwner();
    var pause = Math.max(1, leaseMillis / RENEWALS);
    var renewals = Executors.newSingleThreadScheduledExecutor();
    renewals.scheduleWithFixedDelay(() -> renew(id, owner), pause, pause, TimeUnit.MILLISECONDS);
    try {
      return step.get();
    } finally {
      // One that is on its way may end: it changes nothing when the job is done.
      renewals.shutdown();
    }
  }

  /** In a transaction of its own, and without another revision, so that the job can end. */
  private void renew(String id, String owner) {
    try {
      jdbc.sql(
              """
              update ACT_RU_JOB set LOCK_EXP_TIME_ = :until where ID_ = :id and LOCK_OWNER_ = :owner
              """)
          .param("until", new Timestamp(ClockUtil.getCurrentTime().getTime() + leaseMillis))
          .param("id", id)
          .param("owner", owner)
          .update();
    } catch (DataAccessException e) {
      LOG.warn("The lease of job {} could not be renewed; the next renewal is due soon", id, e);
    }
  }
}
