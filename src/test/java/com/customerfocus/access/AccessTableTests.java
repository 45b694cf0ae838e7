package com.customerfocus.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.customerfocus.attachment.Attachments;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.imports.CustomerEntry;
import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.customercase.survey.SurveyLinks;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Verifies the table of roles and actions in {@code src/docs/access.md}: each role logs in to the
 * running program and tries each action. {@code own} means allowed on own objects only.
 */
@CustomerFocusTest
class AccessTableTests {

  private static final AccessTable TABLE = AccessTable.read();

  /** Id and password of a person of each role; the role outside has none. */
  private static final Map<String, String> PEOPLE =
      Map.of(
          "employee without account", "dan",
          "manager", "ana",
          "department head", "head",
          "senior officer", "boss",
          "communications", "com",
          "process owner", "owner",
          "front line", "fran",
          "administrator", "admin");

  private final OrganizationImporter importer;
  private final AccessActions actions;
  private final String address;

  @Autowired
  AccessTableTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      ReceiptLinks links,
      ContactLinks contactLinks,
      CaseLinks caseLinks,
      SurveyLinks surveyLinks,
      JdbcTemplate rows,
      CustomerEntry customers,
      Attachments attachments,
      ServiceClocks clocks,
      List<Sweep> sweeps,
      @LocalServerPort int port) {
    this.importer = importer;
    this.actions =
        new AccessActions(
            engine,
            cascadeSteps,
            links,
            contactLinks,
            caseLinks,
            surveyLinks,
            rows,
            customers,
            attachments,
            clocks,
            sweeps);
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void peopleAndTheirThings() {
    new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("com", "boss", "Board", "communications")
        .add("owner", "boss", "Board", "process-owner")
        .add("head", "boss", "Care", "department-head")
        .add("eli", "head", "Care", "")
        .add("ana", "boss", "Sales", "")
        .add("dan", "ana", "Sales", "")
        .add(AccessActions.OTHER, "boss", "Sales", "")
        .add("oz", AccessActions.OTHER, "Sales", "")
        .add("wes", "boss", "Workshop", "")
        .add("fran", "boss", "Care", "front-line")
        .importInto(importer);
    actions.prepare();
  }

  @AfterEach
  void nothingIsLeft() {
    actions.cleanUp();
  }

  @Test
  void theTableHasARowForEachActionAndAnActionForEachRow() {
    assertThat(TABLE.cells().keySet())
        .containsExactlyInAnyOrderElementsOf(
            actions.all().stream().map(AccessAction::name).toList());
    assertThat(TABLE.roles())
        .startsWith("outside")
        .hasSize(PEOPLE.size() + 1)
        .containsAll(PEOPLE.keySet());
  }

  @TestFactory
  Stream<DynamicNode> eachRoleMayDoWhatTheTableSays() {
    var visitors = new LinkedHashMap<String, Visitor>();
    TABLE.roles().forEach(role -> visitors.put(role, visitor(role)));
    var known =
        actions.all().stream().collect(Collectors.toMap(AccessAction::name, Function.identity()));
    return TABLE.cells().entrySet().stream()
        .filter(row -> known.containsKey(row.getKey()))
        .map(row -> tests(known.get(row.getKey()), row.getValue(), visitors));
  }

  private static DynamicNode tests(
      AccessAction action, Map<String, String> cells, Map<String, Visitor> visitors) {
    return dynamicContainer(
        action.name(),
        cells.entrySet().stream()
            .map(
                cell ->
                    dynamicTest(
                        cell.getKey() + ": " + cell.getValue(),
                        () ->
                            assertThat(found(action, visitors.get(cell.getKey())))
                                .as("%s, %s", action.name(), cell.getKey())
                                .isEqualTo(cell.getValue()))));
  }

  /** The program's answer in the table's terms. */
  private static String found(AccessAction action, Visitor visitor) {
    var toAnothers = action.attempt().isAllowed(visitor, AccessActions.OTHER);
    if (!action.ofPerson()) {
      return toAnothers ? "yes" : "no";
    }
    var toTheOwn = action.attempt().isAllowed(visitor, visitor.id());
    if (toAnothers) {
      return toTheOwn ? "yes" : "only others'";
    }
    return toTheOwn ? "own" : "no";
  }

  private Visitor visitor(String role) {
    var id = PEOPLE.get(role);
    var visitor = new Visitor(address, id, "admin".equals(id) ? "admin-secret" : "secret");
    assertThat(visitor.isLoggedIn())
        .as("login of " + role)
        .isEqualTo(!List.of("outside", "employee without account").contains(role));
    return visitor;
  }
}
