package com.customerfocus.engine.retry;

import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.engine.task.OfTask;
import com.customerfocus.support.RefusalException;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.WithoutMessages;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Runs commands of the engine with {@link ConflictRetry} and turns lost conflicts into messages
 * that people understand. Stands before the engine's transaction.
 *
 * <p>Jobs are excluded: the job executor has retries of its own.
 */
public class CommandRetryInterceptor extends CommandInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(CommandRetryInterceptor.class);

  /** End of the engine's message when a task does not exist. */
  private static final String NO_TASK = "task is null";

  private final Supplier<Stream<EndedTasks>> explanations;

  /**
   * @param explanations of all processes that say why their tasks end
   */
  public CommandRetryInterceptor(Supplier<Stream<EndedTasks>> explanations) {
    this.explanations = explanations;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof ExecuteJobsCmd || ConflictRetry.inTransaction()) {
      return next.execute(command);
    }
    try {
      return ConflictRetry.onConflict(() -> withRights(command));
    } catch (TaskAlreadyClaimedException e) {
      throw new TaskConflictException(claimedBy(e.getTaskAssignee()), e);
    } catch (ProcessEngineException e) {
      if (isNoTask(e.getMessage())) {
        throw new TaskConflictException(whyDone(EndedTask.idIn(e.getMessage())), e);
      }
      throw readable(e);
    } catch (RefusalException e) {
      throw overtaken(command, e);
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

  /**
   * Of two who complete a task at the same moment, one may be refused because our own records have
   * changed: then the task is gone, and that is what they have to know.
   */
  private RuntimeException overtaken(Command<?> command, RefusalException refusal) {
    if (!(command instanceof OfTask completion) || completion.taskId() == null) {
      return refusal;
    }
    var id = completion.taskId();
    var isGone = next.execute(context -> context.getTaskManager().findTaskById(id) == null);
    return isGone ? new TaskConflictException(whyDone(Optional.of(id)), refusal) : refusal;
  }

  /** Members of a group read who of them has its task, in the list of tasks, too. */
  private Sentence claimedBy(String assignee) {
    var colleague =
        assignee == null
            ? null
            : next.execute(
                context -> context.getDbEntityManager().selectById(UserEntity.class, assignee));
    return colleague == null
        ? TaskConflictException.CLAIMED
        : TaskConflictException.claimedBy(colleague.getFirstName(), colleague.getLastName());
  }

  /** The task is gone, whether or not its process can say why. */
  private Sentence whyDone(Optional<String> id) {
    try {
      return id.flatMap(task -> next.execute(context -> EndedTask.find(task, context)))
          .flatMap(this::explained)
          .map(TaskConflictException::ended)
          .orElse(TaskConflictException.DONE);
    } catch (RuntimeException e) {
      LOG.warn("It cannot be said why a task has ended", WithoutMessages.of(e));
      return TaskConflictException.DONE;
    }
  }

  private Optional<Sentence> explained(EndedTask task) {
    return explanations
        .get()
        .filter(process -> process.process().equals(task.process()))
        .findFirst()
        .filter(
            process ->
                task.wasOfTheReader()
                    || process.mayKnow(task.subject(), task.element(), task.reader()))
        .flatMap(process -> process.whyEnded(task.subject(), task.element(), task.reader()));
  }

  private static RuntimeException readable(RuntimeException e) {
    return ConflictRetry.isBusy(e) ? new TaskConflictException(TaskConflictException.BUSY, e) : e;
  }

  private static boolean isNoTask(String message) {
    return message != null && message.endsWith(NO_TASK);
  }
}
