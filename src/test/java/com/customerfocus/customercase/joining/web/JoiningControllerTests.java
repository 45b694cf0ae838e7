package com.customerfocus.customercase.joining.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Óscar joins two cases of Luz by another program. */
@CustomerFocusTest
class JoiningControllerTests {

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps cases;
  private final HttpBrowser browser;

  @Autowired
  JoiningControllerTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps cases,
      @LocalServerPort int port) {
    this.importer = importer;
    this.rows = rows;
    this.cases = cases;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  private ProcessInstance first;
  private ProcessInstance second;

  @BeforeEach
  void casesOfLuz() {
    CaseSteps.people(importer, rows);
    first = cases.opened();
    second = cases.opened();
  }

  private HttpResponse<String> join(String user, String body) {
    return browser.sendAsProgram(
        user + ":secret",
        "POST",
        "/api/customer-cases/%s/joining".formatted(first.getBusinessKey()),
        HttpBrowser.JSON,
        body);
  }

  private String into(ProcessInstance survivor) {
    return "{\"survivor\": %s, \"note\": \"It is the same bill.\"}"
        .formatted(survivor.getBusinessKey());
  }

  private String state(ProcessInstance opened) {
    return rows.queryForObject(
        "select state from customer_case where id = ?", String.class, CaseSteps.id(opened));
  }

  @Test
  void theSameCallTwiceJoinsThemOnce() throws Exception {
    var joined = join("oscar", into(second));
    assertThat(joined.statusCode()).isEqualTo(200);
    var survivor = new ObjectMapper().readTree(joined.body());
    assertThat(survivor.get("id").asLong()).isEqualTo(CaseSteps.id(second));
    assertThat(survivor.get("joined").asLong()).isEqualTo(CaseSteps.id(first));
    assertThat(state(first)).isEqualTo("JOINED");

    assertThat(join("oscar", into(second)).statusCode()).isEqualTo(200);
    assertThat(
            rows.queryForObject(
                "select count(*) from customer_case_event where step = 'TAKE_IN'", Integer.class))
        .isOne();
  }

  @Test
  void onlyTheOwnerOfBothJoinsThem() {
    assertThat(join("lena", into(second)).statusCode()).isEqualTo(403);
    rows.update("update customer_case set owner_id = 'lena' where id = ?", CaseSteps.id(second));
    assertThat(join("oscar", into(second)).statusCode()).isEqualTo(403);
    assertThat(state(first)).isEqualTo("UNDERSTANDING");
  }

  @Test
  void withItselfOrWithWhatIsOverItIsRefused() {
    assertThat(join("oscar", into(first)).statusCode()).isEqualTo(400);
    cases.say(second, "stayWithCustomer", "WITHDRAW", "note", "She wants nothing more.");
    assertThat(join("oscar", into(second)).statusCode()).isEqualTo(400);
    assertThat(state(first)).isEqualTo("UNDERSTANDING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"survivor\": \"x\", \"note\": \"It is the same bill.\"}",
        "{\"survivor\": true, \"note\": \"It is the same bill.\"}",
        "{\"survivor\": \"1\", \"note\": \"same\"}",
        "{\"survivor\": \"1\", \"note\": \"It is the same bill.\", \"by\": \"lena\"}"
      })
  void whatIsMissingOrWrongIsRefused(String body) {
    assertThat(join("oscar", body).statusCode()).isEqualTo(400);
    assertThat(state(first)).isEqualTo("UNDERSTANDING");
  }
}
