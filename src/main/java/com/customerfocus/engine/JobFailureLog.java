package com.customerfocus.engine;

import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper.ExceptionLoggingHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs that a job failed with the classes and places of the failure but without its messages, which
 * quote variables and rows: a name in the log could not be removed on request. Cockpit shows the
 * messages while the job is there.
 */
class JobFailureLog implements ExceptionLoggingHandler {

  private static final Logger LOG = LoggerFactory.getLogger(JobFailureLog.class);

  /** The engine's own code of this failure. */
  @Override
  public void exceptionWhileExecutingJob(String jobId, Throwable failure) {
    LOG.warn(
        "ENGINE-14006 Exception while executing job {}, see Cockpit: ",
        jobId,
        new WithoutMessage(failure));
  }

  /** A failure and its causes, without their messages. */
  private static final class WithoutMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WithoutMessage(Throwable failure) {
      super(
          failure.getClass().getName(),
          failure.getCause() == null ? null : new WithoutMessage(failure.getCause()),
          false,
          true);
      setStackTrace(failure.getStackTrace());
    }
  }
}
