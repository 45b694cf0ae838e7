package com.customerfocus.engine.request;

import com.customerfocus.engine.request.AllowedRequests.Allowed;
import com.customerfocus.engine.request.AllowedRequests.Content;
import com.customerfocus.engine.request.AllowedRequests.Who;
import com.customerfocus.engine.request.RequestContent.Refusal;
import com.customerfocus.request.HeldRequest;
import com.customerfocus.support.ReaderLanguage;
import com.customerfocus.support.Sentence;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Accepts from people who are no administrators only the {@link AllowedRequests} to the interface
 * of Tasklist and Cockpit and the {@link SessionRequests} of our own rooms, and hardly any without
 * a login. It is a wall in front of the engine's authorizations, which let people who may complete
 * a task or start a process send more than its form does.
 */
class RequestGuard extends OncePerRequestFilter {

  /** Where addresses of the interface begin. */
  static final String API = "/camunda/api/";

  private static final String LOGIN = API + "admin/auth/user/default/login/";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final WebappLogin logins;
  private final DeclaredRequests ours;

  RequestGuard(WebappLogin logins, DeclaredRequests ours) {
    this.logins = logins;
    this.ours = ours;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !path(request).startsWith(API);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var login = logins.of(request);
    var declared = ours.find(request);
    if (declared.isPresent()) {
      takeOurs(request, response, chain, declared.get(), login);
      return;
    }
    if (login.filter(WebappLogin::isAdministrator).isPresent()) {
      chain.doFilter(request, response);
      return;
    }
    var path = path(request);
    var user = login.map(UserAuthentication::getIdentityId).orElse("");
    var rules = AllowedRequests.find(request.getMethod(), path.substring(API.length()), user);
    if (isLoginWithoutForm(request, path)) {
      refuse(
          response,
          new Refusal(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "A login is sent as a form."));
      return;
    }
    if (login.isEmpty()) {
      if (rules.stream().anyMatch(rule -> rule.who() == Who.ANYONE)) {
        chain.doFilter(request, response);
      } else {
        refuse(response, withoutLogin(request));
      }
      return;
    }
    var mine = rules.stream().filter(rule -> isFor(rule, login.get())).toList();
    if (mine.isEmpty()) {
      refuse(response, Refusal.FOR_ADMINISTRATORS);
    } else if (mine.get(0).who() == Who.ANYONE) {
      chain.doFilter(request, response);
    } else if (mayBeJson(request)) {
      read(request, response, chain, mine.stream().map(Allowed::content).toList(), user);
    } else {
      refuse(response, Refusal.forbidden("Only administrators may send anything but JSON."));
    }
  }

  /** A request to a {@link SessionController}: for administrators the same as for others. */
  private void takeOurs(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      SessionRequests declared,
      Optional<UserAuthentication> login)
      throws ServletException, IOException {
    if (login.isEmpty()) {
      refuse(response, withoutLogin(request));
    } else if (!DeclaredRequests.isFor(declared, login.get())) {
      refuse(
          response,
          Refusal.forbidden(new Sentence("refusal.session.group").in(ReaderLanguage.of(request))));
    } else if (DeclaredRequests.hasFiles(request) && DeclaredRequests.takesFiles(declared)) {
      // Its size was limited before; the controller reads it.
      chain.doFilter(request, response);
    } else if (mayBeJson(request)) {
      read(request, response, chain, List.of(Content.ANY), login.get().getIdentityId());
    } else {
      refuse(
          response,
          new Refusal(
              HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
              new Sentence("refusal.session.request").in(ReaderLanguage.of(request))));
    }
  }

  private void read(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      List<Content> allowed,
      String user)
      throws ServletException, IOException {
    // Its size was limited before.
    var body = request.getInputStream().readAllBytes();
    var refusal = Optional.<Refusal>empty();
    for (var content : allowed) {
      refusal = RequestContent.refusal(request, body, content, user);
      if (refusal.isEmpty()) {
        break;
      }
    }
    if (refusal.isPresent()) {
      refuse(response, refusal.get());
    } else {
      chain.doFilter(new HeldRequest(request, body), response);
    }
  }

  private static boolean isLoginWithoutForm(HttpServletRequest request, String path) {
    return path.startsWith(LOGIN)
        && request.getMethod().equals("POST")
        && !Objects.requireNonNullElse(request.getContentType(), "")
            .toLowerCase(Locale.ROOT)
            .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  /** The path as the web interface's servlets see it. */
  static String path(HttpServletRequest request) {
    return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
  }

  private static Refusal withoutLogin(HttpServletRequest request) {
    return new Refusal(
        HttpServletResponse.SC_UNAUTHORIZED,
        new Sentence("refusal.session.login").in(ReaderLanguage.of(request)));
  }

  private static boolean isFor(Allowed rule, UserAuthentication login) {
    return rule.who() != Who.COCKPIT || login.isAuthorizedForApp("cockpit");
  }

  private static boolean mayBeJson(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null
        || type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE)
        || request.getContentLengthLong() == 0;
  }

  /** In the web interface's own error format, which its pages show. */
  private static void refuse(HttpServletResponse response, Refusal refusal) throws IOException {
    response.setStatus(refusal.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    JSON.writeValue(
        response.getWriter(), Map.of("type", "RequestRefused", "message", refusal.message()));
  }
}
