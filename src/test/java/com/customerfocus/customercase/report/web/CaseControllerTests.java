package com.customerfocus.customercase.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.ConcurrentUsers;
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
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Óscar of the front line opens cases by another program; Olga is his manager. */
@CustomerFocusTest
class CaseControllerTests {

  private static final String PATH = "/api/customer-cases";
  private static final String CASE =
      "{\"customer\": \"C-1\", \"need\": \"My bill is wrong\\nI paid it twice.\", \"kind\": \"BILLING\"}";

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final HttpBrowser browser;
  private final String address;

  @Autowired
  CaseControllerTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      @LocalServerPort int port) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.address = "http://localhost:" + port;
    this.browser = new HttpBrowser(address);
  }

  @BeforeEach
  void people() {
    CaseSteps.people(importer, rows);
  }

  private HttpResponse<String> post(String user, String key, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(address + PATH))
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

  private JsonNode get(String user, String path) throws Exception {
    var answer = browser.sendAsProgram(user + ":secret", "GET", path, null, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private int status(String user, String path) {
    return browser.sendAsProgram(user + ":secret", "GET", path, null, null).statusCode();
  }

  @Test
  void aCaseIsOpenedOnceWithAKey() throws Exception {
    var first = post("oscar", "k-1", CASE);
    var again =
        post(
            "oscar",
            "k-1",
            "{\"kind\": \"BILLING\", \"need\": \"My bill is wrong\\nI paid it twice.\","
                + " \"customer\": \"C-1\"}");
    var other = post("oscar", "k-1", CASE.replace("twice", "three times"));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(count()).isOne();
    var found = get("oscar", first.headers().firstValue("Location").orElseThrow());
    assertThat(found.at("/entry/channel").asText()).isEqualTo("API");
    assertThat(found.at("/entry/owner/id").asText()).isEqualTo("oscar");
    assertThat(found.at("/entry/newsDueAt").asText()).isEqualTo("2026-03-04T09:00:00Z");
    assertThat(found.at("/need").asText()).isEqualTo("My bill is wrong\nI paid it twice.");
    assertThat(found.at("/history/0/step").asText()).isEqualTo("OPEN");
  }

  /** As when the caller is away: the deputy has it at once. */
  @Test
  void whoHasOpenedACaseGetsItAlsoWhenItIsAnothersByNow() {
    var first = post("oscar", "k-3", CASE);
    rows.update("update customer_case set owner_id = 'luis'");

    var again = post("oscar", "k-3", CASE);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertThat(again.body()).contains("\"luis\"");
    assertThat(status("oscar", again.headers().firstValue("Location").orElseThrow()))
        .isEqualTo(404);
  }

  private int count() {
    return rows.queryForObject("select count(*) from customer_case", Integer.class);
  }

  @Test
  void callsAtTheSameMomentOpenOneCase() throws Exception {
    var calls =
        Collections.<Callable<Integer>>nCopies(4, () -> post("oscar", "k-2", CASE).statusCode());

    assertThat(ConcurrentUsers.atTheSameMoment(calls)).containsOnlyOnce(201).contains(200);

    assertThat(count()).isOne();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{\"customer\": \"C-1\"}",
        "{\"customer\": \"C-9\", \"need\": \"My bill is wrong\"}",
        "{\"customer\": \"C-1\", \"need\": \" \"}",
        "{\"customer\": \"C-1\", \"need\": 7}",
        "{\"customer\": \"C-1\", \"need\": \"A\\u0000\"}",
        "{\"customer\": \"C-1\", \"need\": \"My bill\", \"kind\": \"BILL\"}",
        "{\"customer\": \"C-1\", \"need\": \"My bill\", \"priority\": \"SOON\"}",
        "{\"customer\": \"C-1\", \"need\": \"My bill\", \"owner\": \"luis\"}",
      })
  void whatCannotBeTakenIsRefusedAndNothingIsKept(String body) {
    assertThat(post("oscar", null, body).statusCode()).isEqualTo(400);
    assertThat(count()).isZero();
  }

  @ParameterizedTest(name = "{0} opens a case: {1}")
  @CsvSource({"oscar, 201", "olga, 403", "boss, 403", "luis, 403"})
  void onlyTheFrontLineOpensCases(String user, int status) {
    assertThat(post(user, null, CASE).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest(name = "{0} reads {1} cases")
  @CsvSource({"oscar, 2", "olga, 2", "boss, 2", "luis, 0", "wanda, 0"})
  void ownersTheirManagersAndThoseWhoFollowTheCompanyReadCases(String user, int cases)
      throws Exception {
    var id = CaseSteps.id(steps.opened());
    steps.opened();

    assertThat(get(user, PATH).path("cases")).hasSize(cases);
    assertThat(status(user, PATH + "/" + id)).isEqualTo(cases == 0 ? 404 : 200);
  }

  @Test
  void theCustomerWhoHearsFromUsNextComesFirst() throws Exception {
    var first = CaseSteps.id(steps.opened());
    var request = CaseSteps.request();
    request.put("priority", "URGENT");
    var urgent = CaseSteps.id(steps.open("oscar", request));
    request.put("customer", "C-2");
    var ofJoe = CaseSteps.id(steps.open("oscar", request));

    assertThat(ids(PATH)).containsExactly(urgent, ofJoe, first);
    assertThat(ids(PATH + "?descending=true")).containsExactly(first, ofJoe, urgent);
    assertThat(ids(PATH + "?sort=OPENED&size=2")).containsExactly(first, urgent);
    assertThat(ids(PATH + "?sort=OPENED&size=2&page=1")).containsExactly(ofJoe);
    assertThat(ids(PATH + "?customer=C-2")).containsExactly(ofJoe);
    assertThat(ids(PATH + "?newsDueBefore=2026-03-03T09:00:00Z")).containsExactly(urgent, ofJoe);
    assertThat(ids(PATH + "?state=CLOSED")).isEmpty();
    assertThat(ids(PATH + "?kind=BILLING&owner=oscar")).hasSize(3);
  }

  /** Two are open and two are over; pages go on from the open ones to the others. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'',                                0 1 2 3",
    "?size=1&page=1,                    1",
    "?size=3,                           0 1 2",
    "?size=3&page=1,                    3",
    "?size=2&page=1,                    2 3",
    "?size=2&page=2,                    ''",
    "?descending=true,                  3 2 1 0",
    "?descending=true&size=3,           3 2 1",
    "?descending=true&size=3&page=1,    0",
    "?overdue=false,                    1 2 3",
    "?overdue=true,                     0",
    "?state=WITHDRAWN,                  2 3",
    "?state=WITHDRAWN&size=1&page=1,    3",
    "?state=WITHDRAWN&overdue=true,     ''",
    "?state=UNDERSTANDING,              0 1",
    "?state=WITHDRAWN&state=UNDERSTANDING&size=2&page=1, 2 3",
    "?newsDueBefore=2026-03-03T09:00:00Z, 0",
  })
  void openCasesComeBeforeThoseThatAreOver(String query, String cases) throws Exception {
    var request = CaseSteps.request();
    request.put("priority", "URGENT");
    var urgent = CaseSteps.id(steps.open("oscar", request));
    var normal = CaseSteps.id(steps.opened());
    var over = List.of(steps.opened(), steps.opened());
    over.forEach(
        it -> steps.say(it, "stayWithCustomer", "WITHDRAW", "note", "It works by itself again."));
    var all = List.of(urgent, normal, CaseSteps.id(over.get(0)), CaseSteps.id(over.get(1)));
    steps.at("2026-03-03T12:00:00Z");

    assertThat(ids(PATH + query))
        .extracting(all::indexOf)
        .extracting(String::valueOf)
        .containsExactlyElementsOf(cases.isEmpty() ? List.of() : List.of(cases.split(" ")));
  }

  @Test
  void whatIsOverdueIsFoundByItsClocks() throws Exception {
    var first = CaseSteps.id(steps.opened());
    var request = CaseSteps.request();
    request.put("priority", "URGENT");
    var urgent = CaseSteps.id(steps.open("oscar", request));
    assertThat(ids(PATH + "?overdue=true")).isEmpty();
    assertThat(ids(PATH + "?overdue=false")).containsExactly(urgent, first);

    steps.at("2026-03-03T12:00:00Z");

    assertThat(ids(PATH + "?overdue=true")).containsExactly(urgent);
    assertThat(ids(PATH + "?overdue=false")).containsExactly(first);
  }

  @Test
  void theDetailsHaveWhatAllRoomsKeep() throws Exception {
    var joined = steps.opened();
    var survivor = steps.opened();
    steps.start(
        "oscar",
        "join-cases",
        "caseJoining",
        "joined",
        joined.getBusinessKey(),
        "survivor",
        survivor.getBusinessKey(),
        "note",
        "It is the same bill.");
    steps.start(
        "oscar",
        "hand-over-ownership",
        "ownershipOffer",
        "caseNumber",
        survivor.getBusinessKey(),
        "colleague",
        "luis",
        "reason",
        "KNOWLEDGE",
        "note",
        "She has waited for her van before.");

    var found = get("oscar", PATH + "/" + survivor.getBusinessKey());

    assertThat(found.at("/takenIn/0/id").asText()).isEqualTo(joined.getBusinessKey());
    assertThat(found.at("/takenIn/0/need").asText()).startsWith("My bill is wrong");
    assertThat(found.at("/parts/case-offers/0/toId").asText()).isEqualTo("luis");
    for (var part : java.util.List.of("goodwill", "case-escalations", "follow-ups", "deadlines")) {
      assertThat(found.at("/parts/" + part).isArray()).as(part).isTrue();
    }
    assertThat(found.at("/introductions")).isEmpty();
  }

  private java.util.List<Long> ids(String path) throws Exception {
    var ids = new java.util.ArrayList<Long>();
    get("oscar", path).path("cases").forEach(it -> ids.add(it.path("id").asLong()));
    return ids;
  }
}
