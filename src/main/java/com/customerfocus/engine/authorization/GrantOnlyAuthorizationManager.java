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
 * Authorization manager without revocations: a person has what is granted to them, to one of their
 * groups or globally.
 *
 * <p>Saving a revocation is refused, because {@code authorization-check-revokes: never} would
 * ignore it.
 *
 * <p>Groups of a login are not filtered. The engine drops groups without authorizations, for which
 * it reads the whole table of authorizations with each command of a logged-in person; 125,000
 * managers have several rows each. All our few groups have authorizations.
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
