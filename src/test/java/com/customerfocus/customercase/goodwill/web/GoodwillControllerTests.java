package com.customerfocus.customercase.goodwill.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Óscar offers goodwill by another program; Olga is his manager, Lena leads another department. */
@CustomerFocusTest
class GoodwillControllerTests {

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps cases;
  private final HttpBrowser browser;
  private final String address;

  @Autowired
  GoodwillControllerTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps cases,
      @LocalServerPort int port) {
    this.importer = importer;
    this.rows = rows;
    this.cases = cases;
    this.address = "http://localhost:" + port;
    this.browser = new HttpBrowser(address);
  }

  private String path;

  @BeforeEach
  void caseOfLuz() {
    CaseSteps.people(importer, rows);
    path = "/api/customer-cases/%d/goodwill".formatted(CaseSteps.id(cases.opened()));
  }

  private HttpResponse<String> post(String user, String key, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", BasicLogin.header(user + ":secret"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String voucher(String amount) {
    return "{\"kind\": \"VOUCHER\", \"amount\": %s, \"reason\": \"She has waited for a week.\"}"
        .formatted(amount);
  }

  private HttpResponse<String> get(String user) {
    return browser.sendAsProgram(user + ":secret", "GET", path, null, null);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void theSameCallTwiceIsOneGoodwill() throws Exception {
    var first = post("oscar", "k-1", voucher("49"));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(json(first).get("state").asText()).isEqualTo("GRANTED");
    assertThat(json(first).get("offeredBy").asText()).isEqualTo("oscar");

    var again = post("oscar", "k-1", voucher("\"49.00\""));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("id")).isEqualTo(json(first).get("id"));
    assertThat(post("oscar", "k-1", voucher("48")).statusCode()).isEqualTo(409);
    assertThat(json(get("oscar"))).hasSize(1);
  }

  /** Together they exceed the limit, and no manager is there to approve the second. */
  @Test
  void theSameCallTwiceAtTheSameMomentIsOneGoodwillAlsoAtTheTop() throws Exception {
    new Company()
        .add("oscar", "Óscar", null, "Order Desk", "es", "front-line")
        .add("boss", "Boss", "oscar", "Board", "en", "senior-officer")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .importInto(importer);
    var pool = Executors.newFixedThreadPool(4);
    try {
      var answers =
          pool.invokeAll(
              Collections.nCopies(
                  4, (Callable<HttpResponse<String>>) () -> post("oscar", "k-1", voucher("49"))));
      var ids = new HashSet<Long>();
      for (var answer : answers) {
        assertThat(answer.get().statusCode()).as(answer.get().body()).isIn(200, 201);
        ids.add(json(answer.get()).get("id").asLong());
      }
      assertThat(ids).hasSize(1);
    } finally {
      pool.shutdown();
    }
    assertThat(json(get("oscar"))).hasSize(1);
  }

  @Test
  void aboveALimitAManagerIsAsked() throws Exception {
    var offered = post("oscar", null, voucher("50.01"));

    assertThat(offered.statusCode()).isEqualTo(201);
    assertThat(json(offered).get("state").asText()).isEqualTo("WAITING");
    assertThat(json(offered).get("approverId").asText()).isEqualTo("olga");
    assertThat(json(offered).get("exceeded").asText()).isEqualTo("CASE");
  }

  @Test
  void onlyTheOwnerOffersAndOnlyReadersOfTheCaseRead() {
    assertThat(post("lena", null, voucher("10")).statusCode()).isEqualTo(403);
    assertThat(get("oscar").statusCode()).isEqualTo(200);
    assertThat(get("olga").statusCode()).isEqualTo(200);
    assertThat(get("lena").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"kind\": \"VOUCHER\", \"amount\": 0, \"reason\": \"Because of the wait.\"}",
        "{\"kind\": \"MONEY\", \"amount\": 1, \"reason\": \"Because of the wait.\"}",
        "{\"kind\": \"VOUCHER\", \"amount\": 1}",
        "{\"kind\": \"VOUCHER\", \"amount\": true, \"reason\": \"Because of the wait.\"}",
        "{\"kind\": \"VOUCHER\", \"amount\": 1, \"reason\": \"So.\", \"state\": \"GRANTED\"}"
      })
  void whatIsMissingOrWrongIsRefused(String body) {
    assertThat(post("oscar", null, body).statusCode()).isEqualTo(400);
    assertThat(rows.queryForObject("select count(*) from goodwill", Integer.class)).isZero();
  }

  private HttpResponse<String> takeBack(String user, long number) {
    return browser.sendAsProgram(user + ":secret", "DELETE", path + "/" + number, null, null);
  }

  @Test
  void theOwnerTakesBackWhatWaitsAndNothingElse() throws Exception {
    var granted = json(post("oscar", null, voucher("10"))).get("id").asLong();
    var waiting = json(post("oscar", null, voucher("50"))).get("id").asLong();

    assertThat(takeBack("lena", waiting).statusCode()).isEqualTo(403);
    assertThat(takeBack("oscar", waiting + 1_000).statusCode()).isEqualTo(403);
    assertThat(takeBack("oscar", granted).statusCode()).isEqualTo(400);
    var done = takeBack("oscar", waiting);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(json(done).get("state").asText()).isEqualTo("TAKEN_BACK");
    assertThat(takeBack("oscar", waiting).body()).contains("has taken back this goodwill");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e9", "1000000000", "1.005", "\"1,000\"", "\"<script>\"", "\"\""})
  void anAmountThatIsNoneIsRefusedInWords(String amount) {
    var answer = post("oscar", null, voucher(amount));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Enter an amount such as 49 or 49.50");
  }
}
