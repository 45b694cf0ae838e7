package com.customerfocus.engine.authorization;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Authorization manager without revocations: a person has what is granted to them, to one of their
 * groups or globally.
 *
 * <p>Saving a revocation is refused, because {@code authorization-check-revokes: never} would
 * ignore it.
 *
 * <p>Groups of a login are not filtered. The engine drops groups without authorizations, for which
 * it reads the whole table of authorizations with each command of a logged-in person; 125,000
 * managers have several rows each. All our few groups have authorizations.
 *
 * <p>A person who lists their own tasks, or those of their groups, needs no authorization of each
 * task: {@code TaskAuthorizations} grants it to all assignees, owners and candidates. The engine
 * compares each task with each authorization of the person and their groups, which took PostgreSQL
 * 30 seconds for a department with 10,000 tasks.
 */
public class GrantOnlyAuthorizationManager extends AuthorizationManager {

  private static final String NO_REVOCATIONS =
      "Rights cannot be revoked here, only granted: remove or narrow the grant that gives the right"
          + " instead. What is not granted is not allowed.";

  @Override
  public Authorization createNewAuthorization(int type) {
    refuseRevocation(type);
    return super.createNewAuthorization(type);
  }

  @Override
  public void insert(DbEntity authorization) {
    refuseRevocation(((Authorization) authorization).getAuthorizationType());
    super.insert(authorization);
  }

  @Override
  public void update(AuthorizationEntity authorization) {
    refuseRevocation(authorization.getAuthorizationType());
    super.update(authorization);
  }

  private static void refuseRevocation(int type) {
    if (type == Authorization.AUTH_TYPE_REVOKE) {
      throw new BadUserRequestException(NO_REVOCATIONS);
    }
  }

  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groups) {
    return groups == null ? List.of() : groups;
  }

  @Override
  public void configureTaskQuery(TaskQueryImpl query) {
    super.configureTaskQuery(query);
    var check = query.getAuthCheck();
    if (check.isAuthorizationCheckEnabled() && asksForOwnTasks(query, check)) {
      check.getPermissionChecks().clear();
      check.setAuthorizationCheckEnabled(false);
      check.setAuthUserId(null);
      check.setAuthGroupIds(null);
    }
  }

  /** All further conditions only narrow it down, as long as it is no query with "or". */
  private static boolean asksForOwnTasks(TaskQueryImpl query, AuthorizationCheck person) {
    var id = person.getAuthUserId();
    return !query.isOrQueryActive()
        && id != null
        && (id.equals(query.getAssignee())
            || id.equals(query.getOwner())
            || asksForTasksOfOwnGroups(query, person));
  }

  private static boolean asksForTasksOfOwnGroups(TaskQueryImpl query, AuthorizationCheck person) {
    var groups = query.getCandidateGroups();
    return groups != null
        && !groups.isEmpty()
        // These two would add the tasks of others.
        && query.getCandidateGroupLike() == null
        && (query.getCandidateUser() == null
            || query.getCandidateUser().equals(person.getAuthUserId()))
        && person.getAuthGroupIds() != null
        && person.getAuthGroupIds().containsAll(groups);
  }

  /** Replaces the engine's own manager. */
  public static class Factory implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return AuthorizationManager.class;
    }

    @Override
    public Session openSession() {
      return new GrantOnlyAuthorizationManager();
    }
  }
}
