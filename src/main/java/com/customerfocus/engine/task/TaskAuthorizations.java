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
 * Grants the authorizations of a task as the engine does, and revokes them, which the engine does
 * not: a person has them while they are assignee, owner or candidate, a group while it is a
 * candidate.
 *
 * <p>Earlier grants are looked up only for tasks that were created in an earlier transaction, which
 * saves a query for every new task.
 *
 * <p>Users that an administrator creates get the same authorizations to their account as those of
 * the organization.
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

  /** A new task's owner was its assignee before and already has the authorizations. */
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
