package com.customerfocus.engine.task;

import com.customerfocus.engine.identity.EngineAccounts;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Grants the rights to a task as the engine does, and takes them away again, which the engine does
 * not: a person has them while they are the task's assignee or owner or a candidate for it, a group
 * while it is a candidate.
 *
 * <p>It looks for earlier grants only where there can be any: a task that this transaction has
 * created has none. It saves a query for every task.
 *
 * <p>Users that an administrator makes get no more rights to their account than those of the
 * organization.
 */
public class TaskAuthorizations extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity[] newTaskAssignee(Task task, String former, String assignee) {
    FormerHolder.person(task, former);
    return super.newTaskAssignee(task, former, assignee);
  }

  @Override
  public AuthorizationEntity[] newUser(User user) {
    return new AuthorizationEntity[] {
      createGrantAuthorization(
          user.getId(), null, Resources.USER, user.getId(), EngineAccounts.OWN_ACCOUNT)
    };
  }

  /** The owner of a new task was its assignee before and got the same rights as such. */
  @Override
  public AuthorizationEntity[] newTaskOwner(Task task, String former, String owner) {
    FormerHolder.person(task, former);
    return isNew(task.getId()) ? null : super.newTaskOwner(task, former, owner);
  }

  @Override
  public AuthorizationEntity[] deleteTaskUserIdentityLink(Task task, String userId, String type) {
    FormerHolder.person(task, userId);
    return null;
  }

  @Override
  public AuthorizationEntity[] deleteTaskGroupIdentityLink(Task task, String groupId, String type) {
    FormerHolder.group(task, groupId);
    return null;
  }

  @Override
  protected AuthorizationEntity getGrantAuthorization(
      String taskId, String userId, String groupId, Resource resource) {
    return isNew(taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
  }

  private static boolean isNew(String taskId) {
    var entities = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
    var task = entities.get(TaskEntity.class, taskId);
    return task != null && entities.isTransient(task);
  }
}
