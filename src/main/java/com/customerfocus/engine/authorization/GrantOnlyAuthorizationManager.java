package com.customerfocus.engine.authorization;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Rights are what was granted, to a person, a group or everyone; there is nothing that revokes.
 *
 * <p>A revocation is refused: with {@code authorization-check-revokes: never} the engine would keep
 * it and not heed it.
 *
 * <p>The groups of a login are taken as they are. The engine leaves out those that no right names,
 * and reads the whole table of rights for it with each command of a person who is logged in; with
 * 125,000 managers that is several rows for each of them. We have a handful of groups, and all of
 * them have rights.
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

  /** Puts it in the place of the engine's own. */
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
