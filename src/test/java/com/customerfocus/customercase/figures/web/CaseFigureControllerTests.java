package com.customerfocus.customercase.figures.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The boss follows the whole company; Olga and Óscar do not. */
@CustomerFocusTest
class CaseFigureControllerTests {

  private static final String PATH = "/api/customer-cases/figures";

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CustomerSteps customers;
  private final HttpBrowser browser;

  @Autowired
  CaseFigureControllerTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CustomerSteps customers,
      @LocalServerPort int port) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.customers = customers;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void people() {
    CaseSteps.people(importer, rows);
  }

  private HttpResponse<String> get(String user, String path) {
    return browser.sendAsProgram(user + ":secret", "GET", path, null, null);
  }

  @ParameterizedTest(name = "{0} reads the figures: {1}")
  @CsvSource({"boss, 200", "olga, 403", "oscar, 403", "luis, 403"})
  void theyAreForThoseWhoFollowTheCompany(String user, int status) {
    assertThat(get(user, PATH).statusCode()).isEqualTo(status);
  }

  @Test
  void theyHaveAllDepartmentsAndHeritageCompanies() throws Exception {
    customers.comfortable(CaseSteps.id(steps.solved()), null);

    var found = new ObjectMapper().readTree(get("boss", PATH).body());

    assertThat(found.at("/all/ended").asInt()).isEqualTo(1);
    assertThat(found.at("/all/comfort/ownWord").asInt()).isEqualTo(1);
    assertThat(found.at("/all/byKind/BILLING").asInt()).isEqualTo(1);
    assertThat(found.at("/all/survey/courtesy/value/tooFew").asBoolean()).isTrue();
    assertThat(found.at("/byDepartment/0/name").asText()).isEqualTo("Order Desk");
    assertThat(found.at("/byHeritage/0/figures/ended").asInt()).isEqualTo(1);
    assertThat(found.toString()).doesNotContain("Luz", "oscar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?from=2026-03-02T09:00:00Z&until=2026-03-02T09:00:00Z",
        "?from=2026-03-03T09:00:00Z&until=2026-03-02T09:00:00Z",
        "?from=yesterday",
        "?until=2026-03-02"
      })
  void aPeriodThatIsNoneIsRefused(String query) {
    assertThat(get("boss", PATH + query).statusCode()).isEqualTo(400);
  }
}
