package com.customerfocus.engine;

import com.customerfocus.access.Groups;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only administrators send expressions to the engine's web interface. Inside {@code orQueries}
 * the engine evaluates them for every logged-in user, whatever is configured (CVE-2026-109432), and
 * an expression may call any bean.
 */
class ExpressionGuard extends OncePerRequestFilter {

  /** Far more than the web applications send, but for files that administrators upload. */
  private static final int LARGEST_BODY = 10_000_000;

  private static final JsonFactory JSON = new JsonFactory();

  private final ProcessEngine engine;
  private final EngineAccounts accounts;

  ExpressionGuard(ProcessEngine engine, EngineAccounts accounts) {
    this.engine = engine;
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var user = user(request);
    if (user.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getContentLengthLong() > LARGEST_BODY && isAdministrator(user.get())) {
      // Nothing in it could be refused to them.
      chain.doFilter(request, response);
      return;
    }
    var inspected = mayHaveJson(request) ? new Replay(request) : request;
    if (isTooLarge(inspected)) {
      refuse(
          response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "The request is too large.");
      return;
    }
    try {
      if (hasExpression(inspected) && !isAdministrator(user.get())) {
        refuse(
            response, HttpServletResponse.SC_FORBIDDEN, "Only administrators may use expressions.");
        return;
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "The request cannot be read.");
      return;
    }
    chain.doFilter(inspected, response);
  }

  private static boolean isTooLarge(HttpServletRequest request) {
    return request instanceof Replay replay && replay.body.length > LARGEST_BODY;
  }

  /** Who is logged in to the web applications; without a login they answer nothing anyway. */
  private Optional<String> user(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(logins -> logins.getAuthenticationForProcessEngine(engine.getName()))
        .map(Authentication::getIdentityId);
  }

  private boolean isAdministrator(String user) {
    return accounts.groupsOf(user).contains(Groups.ADMINISTRATORS);
  }

  /** Whatever is neither a form nor a file, the engine's web interface reads as JSON. */
  private static boolean mayHaveJson(HttpServletRequest request) {
    var type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    return !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        && !type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
  }

  private static boolean hasExpression(HttpServletRequest request) throws IOException {
    return hasExpression(request.getQueryString())
        || request instanceof Replay replay && hasExpression(replay.body);
  }

  private static boolean hasExpression(String queryString) {
    if (queryString == null) {
      return false;
    }
    for (var parameter : queryString.split("&")) {
      if (isExpression(URLDecoder.decode(parameter.split("=", 2)[0], StandardCharsets.UTF_8))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasExpression(byte[] body) throws IOException {
    try (var json = JSON.createParser(body)) {
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME && isExpression(json.currentName())) {
          return true;
        }
      }
      return false;
    }
  }

  private static boolean isExpression(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith("expression");
  }

  /** In the form in which the engine's web interface says errors, so that its pages show it. */
  private static void refuse(HttpServletResponse response, int status, String message)
      throws IOException {
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response
        .getWriter()
        .write("{\"type\":\"RequestRefused\",\"message\":\"%s\"}".formatted(message));
  }

  /** A request whose body was read and can be read again. */
  private static class Replay extends HttpServletRequestWrapper {

    private final byte[] body;

    Replay(HttpServletRequest request) throws IOException {
      super(request);
      body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
    }

    @Override
    public ServletInputStream getInputStream() {
      var bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
          return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("The body is already there");
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
