package com.customerfocus.handoff.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.LoggedIn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the start form asks with the login of the browser, on Monday, 2 March 2026, at nine. */
@CustomerFocusTest
class StartFormControllerTests {

  private static final String PATH = "/camunda/api/handoffs";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final JdbcTemplate rows;
  private final String address;

  @Autowired
  StartFormControllerTests(
      OrganizationImporter importer,
      HandoffSteps steps,
      JdbcTemplate rows,
      @LocalServerPort int port) {
    this.importer = importer;
    this.steps = steps;
    this.rows = rows;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
    new SampleCustomers(rows).lucia();
  }

  @Test
  void thePartnersAreTheOtherDepartmentsWithWhatTheyUsuallyNeed() {
    var partners = read("oscar", "/partners");

    assertThat(partners.findValuesAsText("id")).containsExactly("logistics", "workshop");
    assertThat(partners.get(0).path("label").asText()).isEqualTo("Logistics");
    assertThat(partners.get(0).path("usual").asText())
        .matches(
            "Logistics is to answer a normal request within \\d+ (min|h|d) of its working time\\.");
    assertThat(read("admin", "/partners")).hasSize(3);
  }

  @Test
  void fiveAnswersAreEnoughForAMedian() {
    for (var minutes : List.of(10, 170, 200, 600, 900)) {
      ended("logistics", minutes);
    }
    ended("workshop", 20);

    var partners = read("oscar", "/partners").findValuesAsText("usual");

    assertThat(partners.get(0)).isEqualTo("Logistics usually answers in 4 h of its working time.");
    assertThat(partners.get(1)).startsWith("Workshop is to answer a normal request within");
  }

  private void ended(String department, int minutes) {
    var id = HandoffSteps.id(steps.asked());
    rows.update(
        """
        update service_clock set holder = ?, state = 'ENDED', ran_millis = ?, result = 'MET'
         where subject_id = ?
        """,
        department,
        minutes * 60_000L,
        id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-04T16:00 | false | ",
        "2026-03-07T10:00 | true  | Logistics still works",
        "2026-03-04T23:59 | true  | Moved to 4 Mar 2026",
      })
  void aWishedMomentOutsideTheWorkingTimeIsMovedAndSaidSo(
      String typed, boolean isMoved, String said) {
    var moment = read("oscar", "/moment?partner=logistics&typed=" + typed);

    assertThat(moment.path("isMoved").asBoolean()).isEqualTo(isMoved);
    assertThat(moment.path("clock").asText()).isNotBlank();
    if (isMoved) {
      assertThat(moment.path("words").asText()).contains(said);
    } else {
      assertThat(moment.path("words").isMissingNode()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/moment",
        "/moment?partner=logistics",
        "/moment?partner=logistics&typed=tomorrow",
        "/moment?partner=logistics&typed=2026-02-30T10:00",
        "/moment?partner=logistics&typed=2020-01-01T10:00",
        "/moment?partner=logistics&typed=+999999999-12-31",
        "/moment?partner=%00&typed=2026-03-04T16:00",
        "/open?partner=nowhere&customer=C-1",
        "/open?partner=logistics&customer=%00",
      })
  void whatCannotBeIsRefusedInWords(String path) {
    var answer = get("oscar", path);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).path("message").asText()).hasSizeGreaterThan(20);
  }

  @Test
  void openHandoffsOfTheCustomerAreToldWithTheReferenceOnly() {
    var id = asked("Olga's lorry <script>alert(1)</script> 🚚");

    var warning = read("oscar", "/open?customer=C-1&partner=logistics");

    assertThat(warning.path("words").asText())
        .isEqualTo("Logistics has an open handoff for this customer.");
    var open = warning.path("handoffs").get(0);
    assertThat(open.path("handoff").path("id").asLong()).isEqualTo(id);
    assertThat(open.path("handoff").path("isYours").asBoolean()).isFalse();
    assertThat(open.path("words").asText())
        .contains("No. " + id, "lorry <script>", "🚚", "Asked by Olga on 2 Mar 2026");
    for (var none :
        List.of(
            "customer=C-2&partner=logistics",
            "customer=C-1&partner=workshop",
            "partner=workshop")) {
      assertThat(read("oscar", "/open?" + none).path("handoffs")).isEmpty();
    }
    asked("Another lorry");
    assertThat(read("olga", "/open?customer=C-1&partner=Logistics").path("words").asText())
        .isEqualTo("Logistics has 2 open handoffs for this customer.");
    assertThat(get("admin", "/open?customer=C-1&partner=logistics").statusCode()).isEqualTo(403);
  }

  @Test
  void aPersonJoinsOnceAndReadsWhatBecomesOfIt() {
    var handoff = steps.ask("olga", request("A lorry"));
    var id = HandoffSteps.id(handoff);

    assertThat(json(join("wanda", id, "C-1")).path("isNew").asBoolean()).isTrue();
    assertThat(json(join("wanda", id, "C-1")).path("isNew").asBoolean()).isFalse();
    assertThat(json(join("olga", id, "C-1")).path("isNew").asBoolean()).isFalse();
    assertThat(count("handoff_event where step = 'JOIN'")).isEqualTo(1);
    assertThat(read("wanda", "/open?customer=C-1&partner=logistics").findValuesAsText("isYours"))
        .containsExactly("true");

    steps.accept(handoff);
    assertThat(mails("wanda")).isZero();
    steps.deliver(handoff);
    assertThat(mails("wanda")).isEqualTo(1);
    assertThat(mails("olga")).isEqualTo(2);
    steps.say(handoff, "olga", "confirmResult", "CONFIRM");
    assertThat(mails("wanda")).isEqualTo(1);
    var late = join("walt", id, "C-1");
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("has confirmed this handoff");
  }

  @Test
  void onlyWhoKnowsTheCustomerJoins() {
    var id = asked("A lorry");
    var without = HandoffSteps.id(steps.asked());

    for (var answer :
        List.of(
            join("wanda", id, "C-2"),
            join("wanda", id, "c-1 "),
            join("wanda", without, ""),
            join("wanda", 999_999, "C-1"))) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("There is no such handoff.");
    }
    assertThat(join("wanda", id, "\0").statusCode()).isEqualTo(400);
    assertThat(join("admin", id, "C-1").statusCode()).isEqualTo(400);
    assertThat(post("wanda", id, "{}").statusCode()).isEqualTo(400);
    assertThat(post("wanda", id, "{\"customer\":[\"C-1\"]}").statusCode()).isEqualTo(400);
    assertThat(count("handoff_follower")).isZero();
  }

  private long asked(String need) {
    return HandoffSteps.id(steps.ask("olga", request(need)));
  }

  private static java.util.Map<String, Object> request(String need) {
    var request = HandoffSteps.request();
    request.put("customer", "C-1");
    request.put("need", need);
    return request;
  }

  private int mails(String person) {
    return count("notice where kind = 'handoff-news' and recipient_id = '" + person + "'");
  }

  private int count(String what) {
    return rows.queryForObject("select count(*) from " + what, Integer.class);
  }

  private HttpResponse<String> join(String person, long id, String customer) {
    return post(person, id, JSON.createObjectNode().put("customer", customer).toString());
  }

  private HttpResponse<String> post(String person, long id, String body) {
    return logIn(person).send("POST", PATH + "/" + id + "/followers", HttpBrowser.JSON, body);
  }

  private JsonNode read(String person, String path) {
    var answer = get(person, path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private HttpResponse<String> get(String person, String path) {
    return logIn(person).send("GET", PATH + path.replace("+", "%2B"), null, null);
  }

  private LoggedIn logIn(String person) {
    return new LoggedIn(address, person, "admin".equals(person) ? "admin-secret" : "secret");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
