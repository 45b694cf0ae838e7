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
 * Lets what somebody asks of the engine be {@link ConflictRetry tried again}, and says in words of
 * people what cannot be because somebody else was quicker. Stands before the engine's transaction.
 *
 * <p>Jobs have retries of their own, and count them.
 */
public class CommandRetryInterceptor extends CommandInterceptor {

  /** How the engine's checks say that there is no such task. */
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
      // The engine (7.24.0) does not look whether the task is there whose form it reads.
      throw command instanceof GetDeployedTaskFormCmd
          ? new TaskConflictException(TaskConflictException.DONE, e)
          : e;
    }
  }

  /**
   * The right to a task goes with the task. So whoever completes one that somebody else completes
   * at the same moment may find the task, but no longer the right to it; looking anew, neither.
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
