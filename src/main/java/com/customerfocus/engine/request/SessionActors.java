package com.customerfocus.engine.request;

import com.customerfocus.access.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ResponseStatusException;

/** Who asks a {@link SessionController}: the login of the browser to Tasklist or Cockpit. */
@Component
public class SessionActors {

  private final WebappLogin logins;

  SessionActors(WebappLogin logins) {
    this.logins = logins;
  }

  /**
   * The person who sent the request at hand, with the groups of their account: they act in their
   * own name only.
   *
   * @throws ResponseStatusException with 401 when there is no login
   */
  public Actor current() {
    var request =
        ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    return logins
        .of(request)
        .map(login -> Actor.of(login.getIdentityId(), login.getGroupIds().toArray(String[]::new)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
  }
}
