package com.customerfocus.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.organization.OrganizationProperties.DepartmentSite;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import com.customerfocus.worktime.WorkingTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Toledo and Boulder have calendars of their own. The head of Sales works in Boulder, that of
 * Customer Care in Paris, a member of both in Toledo.
 */
@CustomerFocusTest
class DepartmentSitesTests {

  private static final String SETTING = "customer-focus.organization.department-sites";

  private final JdbcClient jdbc;
  private final OrganizationService organization;
  private final OrganizationImporter importer;
  private final WorkingTime workingTime;
  private final CountedDatabase database;
  private final TransactionTemplate transaction;

  @Autowired
  DepartmentSitesTests(
      JdbcClient jdbc,
      OrganizationService organization,
      OrganizationImporter importer,
      WorkingTime workingTime,
      CountedDatabase database,
      TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.organization = organization;
    this.importer = importer;
    this.workingTime = workingTime;
    this.database = database;
    this.transaction = transaction;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sales         |                        | Boulder | its head works there
          customer-care |                        |         | its head's site has the default calendar
          nowhere       |                        |         | unknown
          sales         | Sales=toledo           | toledo  | its own site, not its head's
          customer-care | CUSTOMER  CARÉ=Tolédo  | Tolédo  | its own site, in any spelling
          sales         | Customer Care=Toledo   | Boulder | the setting is about another department
          """)
  void aDepartmentWorksByTheCalendarOfItsOwnSiteElseOfItsHeads(
      String department, String setting, String site, String why) {
    importCompany();

    assertThat(sites(own(setting)).siteOf(department)).as(why).isEqualTo(site);
  }

  @Test
  void anotherHeadBringsAnotherCalendar() {
    importCompany();
    new Company()
        .at("Boulder")
        .add("boss", null, "Board", "")
        .at("Toledo")
        .add("sue", "boss", "Sales", "department-head")
        .importInto(importer);

    assertThat(sites().siteOf("sales")).isEqualTo("Toledo");
  }

  @Test
  void theSiteOfADepartmentTakesOneStatement() {
    importCompany();
    database.startCounting();

    sites(new DepartmentSite("Customer Care", "Toledo")).siteOf("customer-care");

    assertThat(database.count()).isEqualTo(1);
  }

  @Test
  void aTransactionReadsADepartmentOnceAndTheNextOneAnew() {
    importCompany();
    var sites = sites();
    database.startCounting();

    var inOne =
        transaction.execute(status -> List.of(sites.siteOf("sales"), sites.siteOf("sales")));

    assertThat(inOne).containsExactly("Boulder", "Boulder");
    assertThat(database.count()).isEqualTo(1);
    transaction.execute(status -> sites.siteOf("sales"));
    sites.siteOf("sales");
    sites.siteOf("sales");
    assertThat(database.count()).isEqualTo(4);
  }

  @Test
  void anInnerTransactionReadsAnew() {
    importCompany();
    var sites = sites();
    var inner = new TransactionTemplate(transaction.getTransactionManager());
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    database.startCounting();

    transaction.executeWithoutResult(
        status -> {
          sites.siteOf("sales");
          inner.executeWithoutResult(other -> sites.siteOf("sales"));
          sites.siteOf("sales");
        });

    assertThat(database.count()).isEqualTo(2);
  }

  @Test
  void theSettingsNameADepartmentWithBlanksAndAccents() {
    var settings =
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of(
                        SETTING + "[0].department", "Atención al Cliente",
                        SETTING + "[0].site", "Toledo")))
            .bind(OrganizationProperties.PREFIX, OrganizationProperties.class)
            .get();

    assertThat(settings.departmentSites())
        .containsExactly(new DepartmentSite("Atención al Cliente", "Toledo"));
  }

  @Test
  void aSiteWithoutACalendarIsRefusedAtStart() {
    assertRefused(
        "The department \"Sales\" is to work by the calendar of the site \"Paris\", which has none.",
        "(boulder, toledo)",
        new DepartmentSite("Sales", "Paris"));
    assertRefused(
        "The department \"Sales\" is to work by the calendar of the site \"\", which has none.",
        "(boulder, toledo)",
        new DepartmentSite("Sales", null));
  }

  @Test
  void anEntryWithoutADepartmentAndADepartmentWithTwoSitesAreRefusedAtStart() {
    assertRefused(
        SETTING + " has an entry without a department.",
        "Write department and site of each entry.",
        new DepartmentSite(" ", "Toledo"));
    assertRefused(
        "The department \"SALES\" has two sites, \"Toledo\" and \"Boulder\".",
        "Name each department once in " + SETTING + ".",
        new DepartmentSite("Sales", "Toledo"),
        new DepartmentSite("SALES", "Boulder"));
  }

  @Test
  void theLogSaysAtStartWhichDepartmentsAreUnknown() {
    var sites =
        sites(new DepartmentSite("Selas", "Toledo"), new DepartmentSite("customer care", "Toledo"));
    try (var log = new LogLines()) {
      sites.check();
      assertThat(log.all()).as("before the first import").isEmpty();

      importCompany();
      sites.check();

      assertThat(log.all())
          .contains(
              "WARN com.customerfocus.organization.DepartmentSites Departments with a site of their"
                  + " own that have no people: 'Selas'. Correct the names in "
                  + SETTING
                  + ".");
    }
  }

  private void assertRefused(String problem, String action, DepartmentSite... own) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> sites(own))
        .withMessage(problem)
        .satisfies(it -> assertThat(it.analysis().getAction()).contains(action));
  }

  private void importCompany() {
    new Company()
        .at("Boulder")
        .add("boss", null, "Board", "")
        .add("ana", "boss", "Sales", "department-head")
        .at("Paris")
        .add("fred", "boss", "Customer Care", "department-head")
        .at("Toledo")
        .add("bea", "ana", "Sales", "")
        .add("gil", "fred", "Customer Care", "")
        .importInto(importer);
  }

  private static DepartmentSite[] own(String setting) {
    return setting == null
        ? new DepartmentSite[0]
        : Arrays.stream(setting.split(","))
            .map(it -> it.split("="))
            .map(it -> new DepartmentSite(it[0], it[1]))
            .toArray(DepartmentSite[]::new);
  }

  private DepartmentSites sites(DepartmentSite... own) {
    return new DepartmentSites(
        jdbc,
        organization,
        workingTime,
        new OrganizationProperties(null, null, Arrays.asList(own)));
  }
}
