package com.customerfocus.handoff.partnership.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The figures of partnerships over HTTP, with a login of Tasklist. */
@CustomerFocusTest
class PartnershipControllerTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final int port;

  @Autowired
  PartnershipControllerTests(
      OrganizationImporter importer, HandoffSteps steps, @LocalServerPort int port) {
    this.importer = importer;
    this.steps = steps;
    this.port = port;
  }

  /** Order Desk asks Logistics four times, and a fifth time, before it delivers. */
  @BeforeEach
  void handoffs() {
    HandoffSteps.departments(importer);
    for (var i = 0; i < 5; i++) {
      steps.accepted();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"boss:secret", "admin:admin-secret"})
  void peopleWhoFollowTheCompanySeeAllPairs(String login) throws Exception {
    assertThat(pairs("", login))
        .containsExactly(
            "Logistics > Order Desk",
            "Logistics > Workshop",
            "Order Desk > Logistics",
            "Order Desk > Workshop",
            "Workshop > Logistics",
            "Workshop > Order Desk");
  }

  @Test
  void headsSeeThePairsOfTheirOwnDepartment() throws Exception {
    assertThat(pairs("", "wanda:secret"))
        .containsExactly(
            "Logistics > Workshop",
            "Order Desk > Workshop",
            "Workshop > Logistics",
            "Workshop > Order Desk");
    assertThat(pairs("?requester=order-desk&partner=logistics", "wanda:secret")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oscar:secret", "luis:secret"})
  void othersAreRefused(String login) throws Exception {
    assertThat(get("", login).statusCode()).isEqualTo(403);
    assertThat(get("/figures.csv", login).statusCode()).isEqualTo(403);
  }

  @Test
  void aPairHasItsFigures() throws Exception {
    var pair =
        JSON.readTree(get("?requester=order-desk&partner=logistics", "boss:secret").body())
            .path("partnerships")
            .path(0);

    assertThat(pair.path("requester"))
        .isEqualTo(JSON.readTree("{\"id\":\"order-desk\",\"name\":\"Order Desk\"}"));
    assertThat(pair.path("handoffs").asInt()).isEqualTo(5);
    assertThat(pair.path("accepted"))
        .isEqualTo(JSON.readTree("{\"n\":5,\"value\":5,\"tooFew\":false}"));
    assertThat(pair.at("/bounced/NO_CAPACITY"))
        .isEqualTo(JSON.readTree("{\"n\":5,\"value\":0,\"tooFew\":false}"));
    assertThat(pair.at("/timeToDeliver/medianMinutes/tooFew").asBoolean()).isTrue();
    assertThat(pair.at("/timeToDeliver/medianMinutes").has("value")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "?from=yesterday, yesterday",
    "?from=2026-03-02T09:00:00Z&until=2026-03-02T09:00:00Z, until must be a later moment",
    "/figures.csv?separator=x, separator must be",
  })
  void whatCannotBeIsRefusedWithWhatCan(String query, String said) throws Exception {
    var answer = get(query, "boss:secret");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(said);
  }

  @Test
  void aPeriodCountsByTheTimeOfTheRequest() throws Exception {
    steps.at("2026-03-05T09:00:00Z");
    assertThat(handoffs("&from=2026-03-02T09:00:00Z&until=2026-03-02T09:00:01Z").asInt())
        .isEqualTo(5);
    assertThat(handoffs("&from=2026-03-02T09:00:01Z").asInt()).isZero();
    assertThat(handoffs("&until=2026-03-02T09:00:00Z").asInt()).isZero();
  }

  private JsonNode handoffs(String period) throws Exception {
    var answer = get("?requester=order-desk&partner=logistics" + period, "boss:secret");
    return JSON.readTree(answer.body()).at("/partnerships/0/handoffs");
  }

  @Test
  void theSameFiguresComeAsCsv() throws Exception {
    var answer = get("/figures.csv?separator=;&partner=logistics", "boss:secret");

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("partnerships.csv");
    var lines = answer.body().split("\r\n");
    assertThat(lines[0])
        .startsWith("\uFEFFrequester id;requester;partner id;partner;handoffs;accepted;");
    assertThat(lines[1])
        .startsWith("order-desk;Order Desk;logistics;Logistics;5;5;0;0;0;0;0;0;0;0;0;;");
    assertThat(lines[2]).startsWith("workshop;Workshop;logistics;Logistics;0;;;;");
    assertThat(lines).hasSize(3);
    assertThat(lines[1].split(";", -1)).hasSameSizeAs(lines[0].split(";", -1));
  }

  private List<String> pairs(String query, String login) throws Exception {
    var answer = get(query, login);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(
            JSON.readTree(answer.body()).path("partnerships").spliterator(), false)
        .map(it -> it.at("/requester/name").asText() + " > " + it.at("/partner/name").asText())
        .toList();
  }

  private HttpResponse<String> get(String path, String login)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(
                URI.create("http://localhost:%d/api/partnerships%s".formatted(port, path)))
            .header("Authorization", BasicLogin.header(login))
            .build(),
        BodyHandlers.ofString());
  }
}
