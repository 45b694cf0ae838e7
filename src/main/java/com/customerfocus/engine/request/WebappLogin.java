package com.customerfocus.engine.request;

import com.customerfocus.access.Groups;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/** The login to Tasklist and Cockpit that a request's session holds. */
class WebappLogin {

  private final ProcessEngine engine;
  private final long rightsAreReadEvery;

  /**
   * @param rightsAreReadEvery milliseconds after which the web applications read the login's
   *     existence and groups again
   */
  WebappLogin(ProcessEngine engine, long rightsAreReadEvery) {
    this.engine = engine;
    this.rightsAreReadEvery = rightsAreReadEvery;
  }

  /** The logged-in person, with their current groups. */
  Optional<UserAuthentication> of(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null) {
      return Optional.empty();
    }
    var logins = AuthenticationUtil.getAuthsFromSession(session);
    AuthenticationUtil.updateCache(logins, session, rightsAreReadEvery);
    return Optional.ofNullable(logins.getAuthenticationForProcessEngine(engine.getName()))
        .map(UserAuthentication.class::cast);
  }

  static boolean isAdministrator(UserAuthentication login) {
    return Groups.includeAdministrators(login.getGroupIds());
  }
}
