package com.customerfocus.engine.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stores a session only while a person is logged in to the web applications. They create a session
 * for each request without one, even for a style sheet; without a login it ends with the request
 * here, so that strangers cannot exhaust memory.
 *
 * <p>The login itself is protected from forged requests by a token that the page sends as header
 * and as cookie: another site can read neither. Stands in front of Spring Security and the web
 * applications' filters.
 */
@Component
@Order(LoginSessions.BEFORE_SECURITY)
class LoginSessions extends OncePerRequestFilter {

  /** Spring Security's filter has order -100. */
  static final int BEFORE_SECURITY = -110;

  private static final String LOGINS = "authenticatedUser";
  private static final Pattern TOKEN = Pattern.compile("[0-9A-F]{32}");

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/camunda/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new WithLoginsOnly(request), response);
    endAfterLogout(request);
  }

  private void endAfterLogout(HttpServletRequest request) {
    try {
      var session = request.getSession(false);
      if (session != null && !isLogin(session.getAttribute(LOGINS))) {
        session.invalidate();
      }
    } catch (IllegalStateException e) {
      logger.trace("Another request has ended the session already", e);
    }
  }

  private static boolean isLogin(Object logins) {
    return logins instanceof Authentications some && !some.getAuthentications().isEmpty();
  }

  /** Keeps an unstored session for the request. */
  private static class WithLoginsOnly extends HttpServletRequestWrapper {

    private final HttpServletRequest request;
    private RequestSession unstored;

    WithLoginsOnly(HttpServletRequest request) {
      super(request);
      this.request = request;
    }

    @Override
    public HttpSession getSession() {
      return getSession(true);
    }

    @Override
    public HttpSession getSession(boolean create) {
      var stored = request.getSession(false);
      if (stored != null) {
        return stored;
      }
      if (unstored != null && unstored.isEnded()) {
        unstored = null;
      }
      if (unstored == null && create) {
        unstored =
            new RequestSession(
                request.getServletContext(), LoginSessions::isLogin, request::getSession);
        token()
            .ifPresent(
                token -> unstored.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, token));
      }
      return unstored;
    }

    private Optional<String> token() {
      return Stream.ofNullable(request.getCookies())
          .flatMap(Arrays::stream)
          .filter(cookie -> cookie.getName().equals(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME))
          .map(Cookie::getValue)
          .filter(value -> TOKEN.matcher(value).matches())
          .findFirst();
    }
  }
}
