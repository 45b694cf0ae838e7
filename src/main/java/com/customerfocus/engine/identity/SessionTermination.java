package com.customerfocus.engine.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions of the web applications whose account was deleted or has a new password. A session
 * belongs to the password it was opened with, or that its own user set in it.
 */
class SessionTermination extends OncePerRequestFilter {

  private static final String FINGERPRINT = SessionTermination.class.getName();

  private final StoredPasswords passwords;

  SessionTermination(StoredPasswords passwords) {
    this.passwords = passwords;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var session = request.getSession(false);
    if (session != null && isOver(session)) {
      session.invalidate();
    }
    try {
      chain.doFilter(request, response);
    } finally {
      if (request.getAttribute(CheckedPassword.ATTRIBUTE) instanceof CheckedPassword checked) {
        goesWith(request.getSession(false), checked);
      }
    }
  }

  private boolean isOver(HttpSession session) {
    var user = user(session);
    return user != null
        && session.getAttribute(FINGERPRINT) instanceof String fingerprint
        && !passwords.isStill(user, fingerprint);
  }

  private static void goesWith(HttpSession session, CheckedPassword checked) {
    if (session != null && checked.id().equals(user(session))) {
      session.setAttribute(FINGERPRINT, checked.fingerprint());
    }
  }

  private static String user(HttpSession session) {
    return AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
        .map(Authentication::getName)
        .findFirst()
        .orElse(null);
  }

  /** After the authorization of addresses, before the web applications' own filters. */
  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    FilterRegistrationBean<SessionTermination> sessionsEnd(StoredPasswords passwords) {
      var registration = new FilterRegistrationBean<>(new SessionTermination(passwords));
      registration.addUrlPatterns("/camunda/*");
      registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
      return registration;
    }
  }
}
