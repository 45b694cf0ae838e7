package com.customerfocus.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Authorization of addresses. */
@CustomerFocusTest
class WebSecurityTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Accounts accounts;
  private final MovableClock clock;
  private final int port;

  WebSecurityTests(
      @Autowired Accounts accounts, @Autowired MovableClock clock, @LocalServerPort int port) {
    this.accounts = accounts;
    this.clock = clock;
    this.port = port;
  }

  @BeforeEach
  void people() {
    accounts.synchronize(
        List.of(
            new Account("manager", "Ana Gómez", null, Set.of(Groups.MANAGERS)),
            new Account("communications", "Chloe Park", null, Set.of(Groups.COMMUNICATIONS)),
            new Account("owner", "Dan Oduya", null, Set.of(Groups.PROCESS_OWNERS)),
            new Account("officer", "Olga Berg", null, Set.of(Groups.SENIOR_OFFICERS))),
        Map.of(
            Groups.MANAGERS, "Managers",
            Groups.COMMUNICATIONS, "Communications",
            Groups.PROCESS_OWNERS, "Process owners",
            Groups.SENIOR_OFFICERS, "Senior officers"),
        Set.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/cascades", "/api/organization/imports", "/api/anything", "/v3/api-docs"})
  void theApiAsksForALogin(String path) {
    var answer = get(path, null, null);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Basic realm=\"Customer focus\"");
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401", "\"instance\":\"" + path + "\"", "Log in");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
  }

  @Test
  void aWrongPasswordIsNoLogin() {
    assertThat(get("/api/cascades", "owner", "guess").statusCode()).isEqualTo(401);
    assertThat(get("/api/cascades", "owner", "").statusCode()).isEqualTo(401);

    clock.moveBy(Duration.ofMinutes(1));
    assertThat(get("/api/cascades", "owner", "secret").statusCode()).isNotEqualTo(401);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource(
      textBlock =
          """
          GET,  /api/cascades,             officer,        true
          GET,  /api/cascades/1,           communications, true
          GET,  /api/cascades/1,           owner,          true
          GET,  /api/cascades,             admin,          true
          GET,  /api/cascades,             manager,        false
          POST, /api/cascades,             officer,        false
          POST, /api/organization/imports, owner,          false
          POST, /api/organization/imports, admin,          true
          GET,  /api/anything,             officer,        false
          GET,  /api/anything,             admin,          true
          GET,  /v3/api-docs,              manager,        true
          """)
  void eachAddressHasItsGroups(String method, String path, String who, boolean allowed) {
    var answer = send(method, path, who, who.equals("admin") ? "admin-secret" : "secret");

    if (allowed) {
      assertThat(answer.statusCode()).isNotIn(401, 403);
    } else {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).contains("Ask an administrator");
    }
  }

  @Test
  void aLoginThatWasTakenAwayIsOverAtOnce() {
    assertThat(get("/v3/api-docs", "manager", "secret").statusCode()).isEqualTo(200);

    accounts.synchronize(List.of(), Map.of(), Set.of("manager"));

    assertThat(get("/v3/api-docs", "manager", "secret").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/engine",
        "/engine-rest/task",
        "/mailbox",
        "/clock",
        "/actuator/env",
        "/h2-console",
        "/anything"
      })
  void whatIsNotMeantToBeThereIsNotThere(String path) {
    assertThat(get(path, null, null).statusCode()).isEqualTo(404);
    assertThat(get(path, "admin", "admin-secret").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/admin/setup/default/user/create",
        "/camunda/api/admin/setup/default/anything",
        "/camunda/api/admin/setup/",
        "/camunda/app/admin/default/setup/",
        "/camunda/app/admin/setup/"
      })
  void theSetupMakesNoAdministrator(String path) {
    assertThat(send("POST", path, null, null).statusCode()).isEqualTo(404);
    assertThat(get(path, null, null).statusCode()).isEqualTo(404);
  }

  @Test
  void theEngineRequiresALogin() {
    var answer = get("/camunda/api/engine/engine/default/task", null, null);

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aPersonalPageNeedsNoLoginAndTrustsNoOtherSite() {
    var answer = get("/memo/any-link", null, null);

    assertThat(answer.statusCode()).isNotIn(401, 403);
    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cache-Control")).contains("no-store");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
  }

  @Test
  void theFrontDoorIsTasklist() {
    var answer = get("/", null, null);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("/camunda/app/tasklist/");
  }

  @Test
  void cookiesOfTasklistAreForThisSiteAlone() {
    var cookies =
        get("/camunda/app/tasklist/default/", null, null).headers().allValues("Set-Cookie");

    assertThat(cookies)
        .singleElement()
        .asString()
        .startsWith("XSRF-TOKEN=")
        .contains("SameSite=Lax")
        .doesNotContain("Secure");
  }

  private HttpResponse<String> get(String path, String id, String password) {
    return send("GET", path, id, password);
  }

  private HttpResponse<String> send(String method, String path, String id, String password) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, BodyPublishers.noBody());
    if (id != null) {
      request.header("Authorization", BasicLogin.header(id + ":" + password));
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
