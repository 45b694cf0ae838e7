package com.customerfocus.engine;

import com.customerfocus.database.DatabaseFailures;
import com.customerfocus.support.WithoutMessages;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper.ExceptionLoggingHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that a job failed, {@link WithoutMessages without messages}, which quote variables and rows.
 * Cockpit shows them while the job is there.
 */
class JobFailureLog implements ExceptionLoggingHandler {

  private static final Logger LOG = LoggerFactory.getLogger(JobFailureLog.class);

  /** The engine's own code of this failure. */
  @Override
  public void exceptionWhileExecutingJob(String jobId, Throwable failure) {
    if (DatabaseFailures.isLockedByOthers(failure)) {
      LOG.info("Job {} met the locks of others and is tried again", jobId);
      return;
    }
    LOG.warn(
        "ENGINE-14006 Exception while executing job {}, see Cockpit: ",
        jobId,
        WithoutMessages.of(failure));
  }
}
