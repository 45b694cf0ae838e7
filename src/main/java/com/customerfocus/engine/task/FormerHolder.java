package com.customerfocus.engine.task;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * A person or group from whom a command has taken a task. They lose their authorization at the
 * command's end, unless it gave the task back to them in another role: when a task moves to a
 * substitute, assignee and owner change one after the other.
 *
 * @param groupId null for a person
 */
record FormerHolder(String taskId, String userId, String groupId)
    implements CommandContextListener {

  /** Notes that the current command takes the task from this person, if not null. */
  static void person(Task task, String userId) {
    register(task, userId, null);
  }

  /** Notes that the current command takes the task from this group, if not null. */
  static void group(Task task, String groupId) {
    register(task, null, groupId);
  }

  private static void register(Task task, String userId, String groupId) {
    if ((userId != null || groupId != null) && !((TaskEntity) task).isDeleted()) {
      Context.getCommandContext()
          .registerCommandContextListener(new FormerHolder(task.getId(), userId, groupId));
    }
  }

  @Override
  public void onCommandContextClose(CommandContext command) {
    var task = command.getTaskManager().findTaskById(taskId);
    if (task == null || task.isDeleted() || isHolder(command, task)) {
      // A deleted task's authorizations are deleted with it.
      return;
    }
    var authorizations = command.getAuthorizationManager();
    if (groupId == null) {
      authorizations.deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, taskId, userId);
    } else {
      authorizations.deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, taskId, groupId);
    }
  }

  private boolean isHolder(CommandContext command, TaskEntity task) {
    return userId != null && (userId.equals(task.getAssignee()) || userId.equals(task.getOwner()))
        || task.getIdentityLinks().stream()
            .filter(link -> !command.getDbEntityManager().isDeleted(link))
            .anyMatch(
                link ->
                    Objects.equals(userId, link.getUserId())
                        && Objects.equals(groupId, link.getGroupId()));
  }

  @Override
  public void onCommandFailed(CommandContext command, Throwable failure) {
    // Nothing to do on rollback.
  }
}
