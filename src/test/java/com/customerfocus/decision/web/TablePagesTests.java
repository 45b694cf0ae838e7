package com.customerfocus.decision.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Accounts;
import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.Chromium;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.SampleAccounts;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The pages of decision tables in Cockpit in a real browser, as process owner Dan sees them. */
@CustomerFocusTest
@Tag("browser")
class TablePagesTests {

  private static final Path PICTURES = Path.of("target/pictures");

  private static Chromium chromium;

  private final DecisionTables tables;
  private final RepositoryService repository;
  private final JdbcTemplate jdbc;
  private final String address;
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext window;

  @Autowired
  TablePagesTests(
      DecisionTables tables,
      RepositoryService repository,
      JdbcTemplate jdbc,
      @LocalServerPort int port) {
    this.tables = tables;
    this.repository = repository;
    this.jdbc = jdbc;
    this.address = "http://localhost:" + port;
  }

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.shared();
  }

  @BeforeEach
  void theDepartmentsOfTheTable(@Autowired Accounts accounts) {
    SampleAccounts.create(accounts);
    for (var id :
        List.of(
            "marketing",
            "sales",
            "engineering",
            "billing",
            "customer-care",
            "field-service",
            "provisioning")) {
      jdbc.update("insert into department (id, name, active) values (?, ?, true)", id, id);
    }
  }

  @AfterEach
  void thePackagedTableOnly() {
    if (window != null) {
      window.close();
    }
    repository.createDeploymentQuery().deploymentName("decision-table").list().stream()
        .filter(it -> it.getSource().startsWith("uploaded:"))
        .map(Deployment::getId)
        .forEach(it -> repository.deleteDeployment(it, true));
    assertThat(complaints).isEmpty();
  }

  @Test
  void aProcessOwnerReplacesTheTable() throws Exception {
    var page = cockpit("en-GB");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Handoff targets"))
        .first()
        .click();
    var main = page.locator("#handoff-targets");
    assertThat(main).containsText("Version 1, came with the program");
    assertThat(main.locator("table").first().locator("tbody tr")).hasCount(15);
    assertThat(main).containsText("Time to own");
    picture(page, "handoff-targets-en");

    var download = page.waitForDownload(() -> page.locator("a[download]").click());
    assertThat(download.suggestedFilename()).isEqualTo("handoff-clocks.dmn");
    assertThat(Files.readString(download.path())).isEqualTo(packaged());

    choose(page, "Preview", packaged().replace("\"3 h\"", "\"3 weeks\""));
    assertThat(main.getByRole(AriaRole.ALERT))
        .containsText("Row 3, column Time to own: \"3 weeks\" is no working time");
    picture(page, "handoff-targets-wrong-en");

    choose(page, "Preview", changed());
    assertThat(main.locator("tr.info")).hasCount(1);
    assertThat(main.locator("tr.info")).containsText("2 h");
    assertThat(main).containsText("No target of an open handoff would change.");
    assertThat(tables.latestVersion("handoff-clocks")).isEqualTo(1);
    var confirm = page.getByText("Use this table");
    assertThat(confirm).isDisabled();
    page.getByLabel("Why does the table change?").fill("Billing has <b>two</b> more people.");
    picture(page, "handoff-targets-preview-en");
    confirm.click();

    assertThat(main.getByRole(AriaRole.STATUS)).hasText("Version 2 is in use.");
    assertThat(main).containsText("Version 2, uploaded by dan");
    assertThat(main).containsText("Billing has <b>two</b> more people.");
    picture(page, "handoff-targets-done-en");
    assertThat(tables.xml("handoff-clocks")).isEqualTo(changed());
  }

  @Test
  void aSpanishBrowserShowsThePageInSpanish() throws Exception {
    var page = cockpit("es-ES");
    var main = page.locator("#handoff-targets");
    page.navigate(address + "/camunda/app/cockpit/default/#/handoff-targets");
    assertThat(main).containsText("Versión 1, vino con el programa");
    assertThat(main).containsText("Tiempo para aceptar");
    picture(page, "handoff-targets-es");
    choose(page, "Vista previa", packaged().replace("\"marketing\"", "\"catering\""));
    assertThat(main.getByRole(AriaRole.ALERT))
        .containsText("No hay ningún departamento con el identificador «catering».");
    picture(page, "handoff-targets-wrong-es");
    choose(page, "Vista previa", changed());
    assertThat(main).containsText("Usar esta tabla");
    picture(page, "handoff-targets-preview-es");
  }

  @Test
  void openHandoffsAreChangedWhenTheProcessOwnerSaysSo(
      @Autowired HandoffSteps steps, @Autowired OrganizationImporter importer) throws Exception {
    HandoffSteps.departments(importer);
    jdbc.update("update department set active = true");
    var handoff = steps.asked();
    var page = cockpit("en-GB");
    page.navigate(address + "/camunda/app/cockpit/default/#/handoff-targets");
    var main = page.locator("#handoff-targets");
    var last = packaged().lastIndexOf("<rule ");
    choose(
        page,
        "Preview",
        packaged().substring(0, last) + packaged().substring(last).replace("\"4 h\"", "\"6 h\""));

    assertThat(main).containsText("One target of an open handoff would be another:");
    assertThat(main)
        .containsText("A van for the pump of the mill: Time to own: 6 h instead of 4 h");
    page.getByLabel("Open handoffs keep the targets").waitFor();
    page.getByLabel("Change the targets of open handoffs, too.").check();
    page.getByLabel("Why does the table change?").fill("Logistics has lost two people.");
    picture(page, "handoff-targets-open-en");
    page.getByText("Use this table").click();

    assertThat(main.getByRole(AriaRole.STATUS))
        .hasText("Version 2 is in use. One target of an open handoff was changed.");
    assertThat(steps.task(handoff, "acceptHandoff").getDueDate())
        .isEqualTo(Instant.parse("2026-03-02T15:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, news-cadence, News cadence, Cadence of news",
    "en-GB, goodwill-limits, Goodwill limits, Per customer in 90 days",
    "en-GB, legal-deadlines, Legal deadlines, Reference for the customer",
    "es-ES, news-cadence, Ritmo de noticias, Noticias cada",
    "es-ES, goodwill-limits, Límites de compensación, Por cliente en 90 días",
    "es-ES, legal-deadlines, Plazos legales, Referencia para el cliente"
  })
  void tablesOfCasesHavePagesBesideEachOther(
      String language, String path, String title, String column) {
    var page = cockpit(language);
    page.getByRole(
            AriaRole.LINK,
            new Page.GetByRoleOptions()
                .setName(language.startsWith("es") ? "Tablas de casos" : "Case tables"))
        .first()
        .click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title).setExact(true))
        .click();
    var main = page.locator("#" + path);
    assertThat(main.getByRole(AriaRole.HEADING).first()).hasText(title);
    assertThat(main.locator("table").first()).containsText(column);
    assertThat(main.locator("th").last()).hasText(language.startsWith("es") ? "Por qué" : "Why");
    picture(page, path + "-" + language.substring(0, 2));
  }

  @Test
  void aProcessOwnerReplacesTheLimitsOfGoodwill() throws Exception {
    var limits = Files.readString(Path.of("processes/goodwill-limit.dmn"));
    var page = cockpit("en-GB");
    page.navigate(address + "/camunda/app/cockpit/default/#/goodwill-limits");
    var main = page.locator("#goodwill-limits");
    choose(page, "#goodwill-limits-file", "Preview", limits.replace("\"250\"", "\"plenty\""));
    assertThat(main.getByRole(AriaRole.ALERT)).containsText("plenty");
    choose(page, "#goodwill-limits-file", "Preview", limits.replace("\"250\"", "\"240\""));
    assertThat(main.locator("tr.info")).containsText("240");
    assertThat(main).containsText("Goodwill that was offered already stays as it is.");
    page.getByLabel("Why does the table change?").fill("The budget of December.");
    page.getByText("Use this table").click();

    assertThat(main.getByRole(AriaRole.STATUS)).hasText("Version 2 is in use.");
    assertThat(tables.latestVersion("goodwill-limit")).isEqualTo(2);
  }

  private void choose(Page page, String button, String content) {
    choose(page, "#handoff-targets-file", button, content);
  }

  private void choose(Page page, String file, String button, String content) {
    page.locator(file)
        .setInputFiles(
            new FilePayload(
                "table.dmn", "application/xml", content.getBytes(StandardCharsets.UTF_8)));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private Page cockpit(String language) {
    window =
        chromium.newContext(
            new Browser.NewContextOptions().setLocale(language).setViewportSize(1440, 900));
    window.onWebError(error -> complaints.add(error.error()));
    window.onRequest(
        request -> {
          if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
            complaints.add("A request goes to " + request.url());
          }
        });
    var first = window.request().get(address + "/camunda/app/cockpit/default/");
    var login =
        window
            .request()
            .post(
                address + "/camunda/api/admin/auth/user/default/login/cockpit",
                RequestOptions.create()
                    .setHeader("X-XSRF-TOKEN", token(first))
                    .setForm(FormData.create().set("username", "dan").set("password", "secret")));
    assertThat(login.status()).as(login.text()).isEqualTo(200);
    var page = window.newPage();
    page.navigate(address + "/camunda/app/cockpit/default/#/");
    return page;
  }

  private static String token(APIResponse answer) {
    return answer.headers().get("x-xsrf-token");
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  private static String packaged() throws Exception {
    return Files.readString(Path.of("processes/handoff-clocks.dmn"));
  }

  private static String changed() throws Exception {
    return packaged().replace("\"3 h\"", "\"2 h\"");
  }
}
