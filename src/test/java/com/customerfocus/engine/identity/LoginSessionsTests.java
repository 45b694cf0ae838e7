package com.customerfocus.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LoggedIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.apache.catalina.Manager;
import org.apache.catalina.core.StandardContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/** Sessions are stored for logged-in people only. */
@CustomerFocusTest
class LoginSessionsTests {

  private static final HttpClient STRANGER = HttpClient.newHttpClient();
  private static final String TOKEN = "0123456789ABCDEF0123456789ABCDEF";

  private final Manager sessions;
  private final String address;

  LoginSessionsTests(
      @Autowired ServletWebServerApplicationContext program, @LocalServerPort int port) {
    var server = (TomcatWebServer) program.getWebServer();
    var context = (StandardContext) server.getTomcat().getHost().findChildren()[0];
    this.sessions = context.getManager();
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void noLogins() {
    Set.of(sessions.findSessions()).forEach(session -> session.expire());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/app/tasklist/default/",
        "/camunda/app/cockpit/default/",
        "/camunda/app/tasklist/styles/user-styles.css",
        "/camunda/app/tasklist/scripts/anything.js",
        "/camunda/api/admin/auth/user/default",
        "/camunda/api/engine/engine/default/task",
        "/camunda/api/engine/engine/",
        "/camunda/",
        "/camunda/anything",
        "/memo/x",
        "/api/cascades",
        "/actuator/health",
        "/",
        "/%63amunda/app/tasklist/default/",
        "/camund%61/api/engine/engine/default/task"
      })
  void strangersHaveNone(String path) {
    for (var method : new String[] {"GET", "POST", "HEAD", "DELETE"}) {
      var answer = send(method, path, "JSESSIONID=" + TOKEN, null);

      assertThat(answer.headers().allValues("Set-Cookie"))
          .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
      assertThat(sessions.getActiveSessions()).as(method + " " + path).isZero();
    }
  }

  @Test
  void aLoginHasOneUntilTheLogout() {
    var person = new LoggedIn(address, "admin", "admin-secret");
    assertThat(sessions.getActiveSessions()).isEqualTo(1);
    assertThat(person.get("/task/count").statusCode()).isEqualTo(200);

    person.send("POST", "/camunda/api/admin/auth/user/default/logout", null, null);

    assertThat(sessions.getActiveSessions()).isZero();
    assertThat(person.get("/task/count").statusCode()).isEqualTo(401);
  }

  @Test
  void aFailedLoginHasNone() {
    var answer = logIn("nobody", "XSRF-TOKEN=" + TOKEN, TOKEN);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(sessions.getActiveSessions()).isZero();
  }

  @Test
  void anotherSiteCannotLogAnyoneIn() {
    var other = TOKEN.replace('0', '1');

    assertThat(logIn("admin", "XSRF-TOKEN=" + TOKEN, null).statusCode()).isEqualTo(403);
    assertThat(logIn("admin", "XSRF-TOKEN=" + TOKEN, other).statusCode()).isEqualTo(403);
    assertThat(logIn("admin", "a=b", TOKEN).statusCode()).isEqualTo(403);
    assertThat(logIn("admin", "XSRF-TOKEN=short", "short").statusCode()).isEqualTo(403);
    assertThat(sessions.getActiveSessions()).isZero();
  }

  @Test
  void aLoginHasANewSessionAndANewToken() {
    var login = logIn("admin", "JSESSIONID=chosen; XSRF-TOKEN=" + TOKEN, TOKEN);
    assertThat(login.statusCode()).isEqualTo(200);
    var session =
        login.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith("JSESSIONID"))
            .findFirst()
            .orElseThrow();

    assertThat(session).doesNotContain("chosen").contains("HttpOnly", "SameSite=Lax");
    var next = send("GET", "/camunda/app/tasklist/default/", session.split(";")[0], null);
    assertThat(next.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=") && !cookie.contains(TOKEN));
  }

  private HttpResponse<String> logIn(String id, String cookies, String token) {
    return send(
        HttpRequest.newBuilder(
                URI.create(address + "/camunda/api/admin/auth/user/default/login/tasklist"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("username=" + id + "&password=admin-secret")),
        cookies,
        token);
  }

  private HttpResponse<String> send(String method, String path, String cookies, String token) {
    return send(
        HttpRequest.newBuilder(URI.create(address + path)).method(method, BodyPublishers.noBody()),
        cookies,
        token);
  }

  private static HttpResponse<String> send(
      HttpRequest.Builder request, String cookies, String token) {
    request.header("Cookie", cookies);
    if (token != null) {
      request.header("X-XSRF-TOKEN", token);
    }
    try {
      return STRANGER.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
