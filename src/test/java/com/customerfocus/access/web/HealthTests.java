package com.customerfocus.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CustomerFocusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.autoconfigure.system.DiskSpaceHealthIndicatorProperties;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.system.DiskSpaceHealthIndicator;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/** Health with and without a login. */
@CustomerFocusTest
class HealthTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Accounts accounts;
  private final JdbcTemplate rows;
  private final HealthContributorRegistry contributors;
  private final DiskSpaceHealthIndicatorProperties settings;
  private final int port;

  HealthTests(
      @Autowired Accounts accounts,
      @Autowired JdbcTemplate rows,
      @Autowired HealthContributorRegistry contributors,
      @Autowired DiskSpaceHealthIndicatorProperties settings,
      @LocalServerPort int port) {
    this.accounts = accounts;
    this.rows = rows;
    this.contributors = contributors;
    this.settings = settings;
    this.port = port;
  }

  @BeforeEach
  void people() {
    accounts.synchronize(
        List.of(
            new Account("manager", "Ana Gómez", null, Set.of(Groups.MANAGERS)),
            new Account("owner", "Dan Oduya", null, Set.of(Groups.PROCESS_OWNERS))),
        Map.of(Groups.MANAGERS, "Managers", Groups.PROCESS_OWNERS, "Process owners"),
        Set.of());
  }

  @Test
  void withoutALoginHealthIsOneWord() {
    var answer = get("/actuator/health", null, null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(get("/actuator/health", "manager", "secret").body()).isEqualTo(answer.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"liveness", "readiness"})
  void aLoadBalancerAsksWithoutALogin(String group) {
    var answer = get("/actuator/health/" + group, null, null);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "owner"})
  void operatorsGetDetailsOfHealth(String who) {
    var password = who.equals("admin") ? "admin-secret" : "secret";
    var answer = get("/actuator/health", who, password);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"clock\":{\"status\":\"UP\",\"details\":{\"aheadMillis\":")
        .contains("\"db\":{\"status\":\"UP\"", "\"diskSpace\":{\"status\":\"UP\"")
        .contains("\"notices\":{\"status\":\"UP\"")
        .contains("\"sweeps\":{\"status\":\"UNKNOWN\"")
        .doesNotContain("\"mail\"", "\"ssl\"", "\"ping\"");
    assertThat(get("/actuator/health/notices", who, password).body()).contains("\"waiting\":0");
  }

  @Test
  void manyMailsThatWaitAreNotAllCounted() {
    rows.batchUpdate(
        """
        insert into notice (kind, subject_id, recipient_id, language, state, next_try_at, created_at)
        values ('GREETING', ?, 'owner', 'en', 'NOT_SENT', timestamp with time zone
          '2026-03-01 09:00:00Z', timestamp with time zone '2026-03-01 09:00:00Z')
        """,
        IntStream.rangeClosed(1, 10_001).mapToObj(id -> new Object[] {id}).toList());

    assertThat(get("/actuator/health/notices", "owner", "secret").body())
        .contains("\"waiting\":\"more than 10,000\"", "\"waitingSince\":\"2026-03-01T09:00:00Z\"");
  }

  @Test
  void aDiskThatIsAlmostFullIsToldBeforeItIs() {
    var disk = contributors.unregisterContributor("diskSpace");
    try {
      assertThat(settings.getThreshold()).isEqualTo(DataSize.ofMegabytes(10));
      contributors.registerContributor(
          "diskSpace",
          new DiskSpaceHealthIndicator(settings.getPath(), DataSize.ofTerabytes(1_000_000)));

      var answer = get("/actuator/health", "owner", "secret");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body())
          .startsWith("{\"status\":\"DOWN\"")
          .contains("\"diskSpace\":{\"status\":\"DOWN\"");
      assertThat(get("/actuator/health/readiness", null, null).statusCode()).isEqualTo(200);
    } finally {
      contributors.unregisterContributor("diskSpace");
      contributors.registerContributor("diskSpace", disk);
    }
  }

  @Test
  void aWrongPasswordIsNoLogin() {
    assertThat(get("/actuator/health", "owner", "guess").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/env", "/info", "/metrics", "/beans", "/heapdump", "/health/notices"})
  void nothingElseIsThereForStrangers(String path) {
    assertThat(get("/actuator" + path, null, null).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/env", "/info", "/metrics", "/beans", "/heapdump", "/shutdown"})
  void norForAdministrators(String path) {
    assertThat(get("/actuator" + path, "admin", "admin-secret").statusCode()).isEqualTo(404);
  }

  @Test
  void theApiSaysNothingOfIt() {
    assertThat(get("/v3/api-docs", "admin", "admin-secret").body()).doesNotContain("actuator");
  }

  private HttpResponse<String> get(String path, String id, String password) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).timeout(PATIENCE);
    if (id != null) {
      request.header("Authorization", BasicLogin.header(id + ":" + password));
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
