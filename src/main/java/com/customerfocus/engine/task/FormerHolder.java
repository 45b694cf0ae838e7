package com.customerfocus.engine.task;

import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * A person or group that a command has taken a task from. They lose their right to it at the
 * command's end, unless it gave the task back to them in another way: a task that moves to a deputy
 * changes its assignee and its owner one after the other.
 *
 * @param groupId null for a person
 */
record FormerHolder(String taskId, String userId, String groupId)
    implements CommandContextListener {

  /** The command in progress takes the task from this person, null for no person. */
  static void person(Task task, String userId) {
    register(task, userId, null);
  }

  /** The command in progress takes the task from this group, null for no group. */
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
      // With a task its rights are deleted, too.
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
    // Everything stays as it was.
  }
}
