package com.customerfocus.engine.retry;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.DataAccessException;

/**
 * Runs commands of the engine with {@link ConflictRetry} and turns lost conflicts into messages
 * that people understand. Stands before the engine's transaction.
 *
 * <p>Jobs are excluded: the job executor has retries of its own.
 */
public class CommandRetryInterceptor extends CommandInterceptor {

  /** End of the engine's message when a task does not exist. */
  private static final String NO_TASK = "task is null";

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof ExecuteJobsCmd || ConflictRetry.inTransaction()) {
      return next.execute(command);
    }
    try {
      return ConflictRetry.onConflict(() -> withRights(command));
    } catch (TaskAlreadyClaimedException e) {
      throw new TaskConflictException(TaskConflictException.CLAIMED, e);
    } catch (ProcessEngineException e) {
      if (isNoTask(e.getMessage())) {
        throw new TaskConflictException(TaskConflictException.DONE, e);
      }
      throw readable(e);
    } catch (DataAccessException e) {
      throw readable(e);
    } catch (NullPointerException e) {
      // Camunda 7.24 reads the form without checking that the task exists.
      throw command instanceof GetDeployedTaskFormCmd
          ? new TaskConflictException(TaskConflictException.DONE, e)
          : e;
    }
  }

  /**
   * A task's authorizations are deleted with it. During a concurrent completion a command may find
   * the task but not the authorization: the second attempt finds neither and reports the task as
   * missing.
   */
  private <T> T withRights(Command<T> command) {
    try {
      return next.execute(command);
    } catch (AuthorizationException e) {
      return next.execute(command);
    }
  }

  private static RuntimeException readable(RuntimeException e) {
    return ConflictRetry.isBusy(e) ? new TaskConflictException(TaskConflictException.BUSY, e) : e;
  }

  private static boolean isNoTask(String message) {
    return message != null && message.endsWith(NO_TASK);
  }
}
