package com.customerfocus.access;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Logins of callers of the API. */
public final class Logins {

  /** The person who has logged in, with their groups. */
  public static Actor actor(Authentication login) {
    return Actor.of(
        login.getName(),
        login.getAuthorities().stream().map(GrantedAuthority::getAuthority).toArray(String[]::new));
  }

  private Logins() {}
}
