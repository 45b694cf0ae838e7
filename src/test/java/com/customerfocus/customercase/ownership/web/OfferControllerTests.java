package com.customerfocus.customercase.ownership.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Óscar offers Luz's case to Luis by another program, and Luis answers by it. */
@CustomerFocusTest
class OfferControllerTests {

  private static final String OFFER =
      """
      {"colleague": "luis", "reason": "KNOWLEDGE", "note": "She has waited for her van before."}
      """;

  private static final String ACCEPT = "{\"decision\": \"ACCEPT\"}";

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps cases;
  private final ProcessEngine engine;
  private final HttpBrowser browser;

  @Autowired
  OfferControllerTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps cases,
      ProcessEngine engine,
      @LocalServerPort int port) {
    this.importer = importer;
    this.rows = rows;
    this.cases = cases;
    this.engine = engine;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  private ProcessInstance opened;
  private String path;

  @BeforeEach
  void caseOfLuz() {
    CaseSteps.people(importer, rows);
    opened = cases.opened();
    path = "/api/customer-cases/%d/offers".formatted(CaseSteps.id(opened));
  }

  private HttpResponse<String> post(String user, String to, String body) {
    return browser.sendAsProgram(user + ":secret", "POST", to, HttpBrowser.JSON, body);
  }

  private String answerOf(HttpResponse<String> offered) throws Exception {
    return "%s/%d/answer".formatted(path, json(offered).get("id").asLong());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private String owner() {
    return rows.queryForObject(
        "select owner_id from customer_case where id = ?", String.class, CaseSteps.id(opened));
  }

  private long tasks() {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey("takeOverCase").count();
  }

  @Test
  void theCaseMovesWithTheAnswerAndTheTaskEnds() throws Exception {
    var offered = post("oscar", path, OFFER);
    assertThat(offered.statusCode()).isEqualTo(201);
    assertThat(json(offered).get("toId").asText()).isEqualTo("luis");
    assertThat(json(offered).get("state").asText()).isEqualTo("OPEN");
    assertThat(owner()).isEqualTo("oscar");
    assertThat(tasks()).isOne();

    var answered = post("luis", answerOf(offered), ACCEPT);

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(json(answered).get("state").asText()).isEqualTo("ACCEPTED");
    assertThat(owner()).isEqualTo("luis");
    assertThat(tasks()).isZero();
    assertThat(cases.task(opened, "stayWithCustomer").getAssignee()).isEqualTo("luis");
  }

  @Test
  void theSameCallAgainChangesNothing() throws Exception {
    var offered = post("oscar", path, OFFER);
    var again = post("oscar", path, OFFER);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(json(again).get("id")).isEqualTo(json(offered).get("id"));
    assertThat(post("oscar", path, OFFER.replace("luis", "lars")).statusCode())
        .as("one offer at a time")
        .isEqualTo(400);

    assertThat(post("luis", answerOf(offered), ACCEPT).statusCode()).isEqualTo(200);
    assertThat(post("luis", answerOf(offered), ACCEPT).statusCode()).isEqualTo(200);
    assertThat(
            post(
                    "luis",
                    answerOf(offered),
                    "{\"decision\": \"DECLINE\", \"note\": \"I know nothing of it.\"}")
                .statusCode())
        .as("it is answered")
        .isEqualTo(400);
    assertThat(
            rows.queryForObject(
                "select count(*) from customer_case_event where step = 'MOVE' and case_id = ?",
                Integer.class,
                CaseSteps.id(opened)))
        .isOne();
  }

  @Test
  void theSameCallAtTheSameMomentIsOneOffer() throws Exception {
    Callable<Integer> call = () -> post("oscar", path, OFFER).statusCode();

    assertThat(ConcurrentUsers.atTheSameMoment(List.of(call, call, call)))
        .containsExactlyInAnyOrder(201, 200, 200);
    assertThat(tasks()).isOne();
  }

  @Test
  void ownersOfferColleaguesAnswerAndReadersOfTheCaseRead() throws Exception {
    assertThat(post("lena", path, OFFER).statusCode()).isEqualTo(403);
    var offered = post("oscar", path, OFFER);
    assertThat(post("oscar", answerOf(offered), ACCEPT).statusCode()).isEqualTo(403);
    assertThat(post("lars", answerOf(offered), ACCEPT).statusCode()).isEqualTo(403);
    assertThat(owner()).isEqualTo("oscar");
    assertThat(get("olga").statusCode()).isEqualTo(200);
    assertThat(json(get("oscar"))).hasSize(1);
    assertThat(get("lena").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String user) {
    return browser.sendAsProgram(user + ":secret", "GET", path, null, null);
  }

  @Test
  void theOfferOfAnotherCaseIsNotFoundHere() throws Exception {
    var offered = post("oscar", path, OFFER);
    var other = CaseSteps.id(cases.opened());

    assertThat(
            post(
                    "luis",
                    "/api/customer-cases/%d/offers/%d/answer"
                        .formatted(other, json(offered).get("id").asLong()),
                    ACCEPT)
                .statusCode())
        .isEqualTo(403);
    assertThat(owner()).isEqualTo("oscar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"colleague\": \"luis\", \"reason\": \"KNOWLEDGE\"}",
        "{\"colleague\": \"oscar\", \"reason\": \"KNOWLEDGE\", \"note\": \"It is my own case.\"}",
        "{\"colleague\": \"stranger\", \"reason\": \"OTHER\", \"note\": \"Who is this one?\"}",
        "{\"colleague\": \"luis\", \"reason\": \"NONE\", \"note\": \"For no reason at all.\"}",
        "{\"colleague\": 7, \"reason\": \"OTHER\", \"note\": \"A number is no colleague.\"}",
        "{\"colleague\": \"luis\", \"reason\": \"OTHER\", \"note\": \"A long note.\", \"to\": \"\"}"
      })
  void whatIsMissingOrWrongIsRefused(String body) {
    assertThat(post("oscar", path, body).statusCode()).isEqualTo(400);
    assertThat(rows.queryForObject("select count(*) from customer_case_offer", Integer.class))
        .isZero();
  }
}
