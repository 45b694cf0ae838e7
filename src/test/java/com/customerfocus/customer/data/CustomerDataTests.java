package com.customerfocus.customer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.variable.Variables.createVariables;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.RemovedCustomers;
import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A customer's data are handed out and removed on request, from all places of the program. */
@CustomerFocusTest
class CustomerDataTests {

  private static final String REFERENCE = "KD-990017";
  private static final String PATH = "/api/customers/" + REFERENCE + "/data";
  private static final String DEPLOYMENT = CallsOfCustomer.PROCESS;
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  /** Each by itself says who the customer is. */
  private static final List<String> NAMES =
      List.of("zenobia", "quiroga", "+34 600 990 017", "34600990017", "calle del olmo", REFERENCE);

  private final ProcessEngine engine;
  private final Accounts accounts;
  private final ContactLinks links;
  private final RemovedCustomers removed;
  private final NoticeSender sender;
  private final CustomerImportService imports;
  private final JdbcTemplate rows;
  private final HttpBrowser browser;

  private long zenobia;
  private LogLines log;

  @Autowired
  CustomerDataTests(
      ProcessEngine engine,
      Accounts accounts,
      ContactLinks links,
      RemovedCustomers removed,
      NoticeSender sender,
      CustomerImportService imports,
      JdbcTemplate rows,
      @LocalServerPort int port) {
    this.engine = engine;
    this.accounts = accounts;
    this.links = links;
    this.removed = removed;
    this.sender = sender;
    this.imports = imports;
    this.rows = rows;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void aCustomerAndAProcessOwner() {
    log = new LogLines();
    accounts.synchronize(
        List.of(
            new Account("owner", "Olga Wner", null, Set.of(Groups.PROCESS_OWNERS)),
            new Account("boss", "Bo Oss", null, Set.of(Groups.SENIOR_OFFICERS))),
        Map.of(Groups.PROCESS_OWNERS, "Process owners", Groups.SENIOR_OFFICERS, "Officers"),
        Set.of());
    var customers = new SampleCustomers(rows);
    customers.add("KD-1", "Another Customer", "another@example.com", "en");
    zenobia = customers.add(REFERENCE, "Zenobia Quiroga", "zenobia.quiroga@example.com", "es");
    rows.update(
        """
        update customer set phone = '+34 600 990 017', phone_digits = '34600990017',
          postal_address = 'Calle del Olmo 17', bounce_mail = 'quiroga@example.com' where id = ?
        """,
        zenobia);
    deploy();
  }

  @AfterEach
  void removeTheModel() {
    log.close();
    engine.getRepositoryService().createDeploymentQuery().deploymentName(DEPLOYMENT).list().stream()
        .map(Deployment::getId)
        .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
  }

  @Test
  void theExportHasWhatEachRoomKeeps() throws Exception {
    fillEverything();

    var answer = as("owner:secret", "GET", PATH);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    var parts = new ObjectMapper().readTree(answer.body());
    assertThat(parts.fieldNames())
        .toIterable()
        .startsWith("customer")
        .contains("mails", "choices", "processes", "waitingFiles");
    assertThat(parts.at("/customer/name").asText()).isEqualTo("Zenobia Quiroga");
    assertThat(parts.at("/customer/postalAddress").asText()).isEqualTo("Calle del Olmo 17");
    assertThat(parts.at("/choices/0/chosen").asText()).isEqualTo("NO_LETTERS");
    assertThat(parts.at("/mails/0/address").asText()).isEqualTo("zenobia.quiroga@example.com");
    assertThat(parts.at("/processes").toString()).contains("Zenobia wants to be called");
    assertThat(parts.at("/waitingFiles/0/row/name").asText()).isEqualTo("Zenobia Quiroga");
    assertThat(parts.at("/waitingFiles/0/fileName").asText()).isEqualTo("all.csv");
    assertThat(answer.body()).doesNotContain("Another Customer");
    assertThat(rows.queryForMap("select kind, done_by from customer_data_request").values())
        .containsExactly("EXPORTED", "owner");
  }

  @Test
  void afterRemovalNoNameIsLeftAnywhere() {
    fillEverything();
    assertThat(String.join(" ", placesOf(NAMES)))
        .contains(
            "CUSTOMER.NAME",
            "NOTICE.ADDRESS",
            "NOTICE.ERROR",
            "ACT_RU_VARIABLE.",
            "ACT_HI_COMMENT.",
            "ACT_RU_JOB.EXCEPTION_MSG_",
            "ACT_GE_BYTEARRAY.",
            "ACT_HI_TASKINST.",
            "CUSTOMER_IMPORT.CONTENT",
            "CUSTOMER_IMPORT.PREVIEW");

    assertThat(as("owner:secret", "DELETE", PATH).statusCode()).isEqualTo(204);

    assertThat(placesOf(NAMES)).isEmpty();
    assertThat(log.all())
        .filteredOn(line -> !line.contains("com.icegreen.greenmail"))
        .isNotEmpty()
        .noneMatch(
            line ->
                NAMES.stream()
                    .anyMatch(
                        name ->
                            line.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))));
    assertThat(sender.sendDue()).isZero();
    assertThat(rows.queryForList("select name from customer", String.class))
        .containsExactly("Another Customer");
  }

  @Test
  void theRemovalIsOnRecordWithoutTheCustomer() {
    as("owner:secret", "DELETE", PATH);
    assertThat(as("owner:secret", "DELETE", PATH).statusCode()).isEqualTo(204);

    var record = rows.queryForMap("select * from customer_data_request");
    assertThat(record).containsEntry("kind", "REMOVED").containsEntry("done_by", "owner");
    assertThat(record.get("reference_digest").toString()).matches("[0-9a-f]{64}");
    assertThat(removed.among(List.of("KD-1", REFERENCE))).containsExactly(REFERENCE);
    assertThat(as("owner:secret", "GET", PATH).statusCode()).isEqualTo(404);
    assertThat(browser.sendAsProgram(null, "GET", page(), null, null).statusCode()).isEqualTo(404);
  }

  @Test
  void onlyProcessOwnersMayAndAdministratorsMayNot() {
    for (var login : Arrays.asList(null, "boss:secret", "admin:admin-secret")) {
      for (var method : List.of("GET", "HEAD", "DELETE")) {
        assertThat(as(login, method, PATH).statusCode()).isEqualTo(login == null ? 401 : 403);
      }
    }
    assertThat(as("owner:secret", "DELETE", "/api/customers/none/data").statusCode())
        .isEqualTo(404);
    assertThat(rows.queryForList("select * from customer_data_request")).isEmpty();
  }

  /** The customer's name in each place that can hold one. */
  private void fillEverything() {
    // Mails: one sent, one that failed with the address in the server's words, one that waits.
    choose("NO_LETTERS");
    assertThat(sender.sendDue()).isEqualTo(1);
    choose("NORMAL");
    rows.update(
        "update notice set state = 'FAILED', error = '550 no zenobia.quiroga@example.com'"
            + " where state = 'NOT_SENT'");
    choose("NO_LETTERS");

    // A file that waits for its review, and one that has been applied.
    submit("phone");
    var applied = submit("tier");
    imports.apply(applied);
    assertThat(imports.imports(0, 1).get(0).endedAt()).isNotNull();

    // Processes: one that waits with a failed job and a comment, one that has ended.
    var running = start();
    var job =
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(running.getId())
            .singleResult();
    try {
      engine.getManagementService().executeJob(job.getId());
    } catch (RuntimeException e) {
      assertThat(e).hasMessageContaining("Zenobia");
    }
    commentOnTaskOf(running);
    var ended = start();
    commentOnTaskOf(ended);
    engine.getRuntimeService().deleteProcessInstance(ended.getId(), "Zenobia has called");
  }

  private long submit(String column) {
    var csv =
        "reference,name,language,%s\n%s,Zenobia Quiroga,es,34600990017\nKD-1,Another Customer,en,\n"
            .formatted(column, REFERENCE)
            .getBytes(StandardCharsets.UTF_8);
    return imports.submit(
        "all.csv",
        new ByteArrayResource(csv),
        csv.length,
        Actor.of("admin", Groups.ADMINISTRATORS));
  }

  private ProcessInstance start() {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            DEPLOYMENT,
            String.valueOf(zenobia),
            createVariables()
                .putValue("name", "Zenobia Quiroga")
                .putValue("need", "Zenobia wants to be called. ".repeat(100))
                .putValue("address", Spin.JSON("{\"street\":\"Calle del Olmo 17\"}"))
                .putValue(
                    "letter",
                    Variables.fileValue("zenobia.txt")
                        .file("Quiroga".getBytes(StandardCharsets.UTF_8))
                        .create()));
  }

  private void commentOnTaskOf(ProcessInstance instance) {
    var tasks = engine.getTaskService();
    var task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    task.setName("Call Zenobia Quiroga");
    tasks.saveTask(task);
    tasks.createComment(task.getId(), instance.getId(), "Zenobia Quiroga called again");
  }

  private void deploy() {
    engine
        .getRepositoryService()
        .createDeployment()
        .name(DEPLOYMENT)
        .addModelInstance(
            DEPLOYMENT + ".bpmn",
            Bpmn.createExecutableProcess(DEPLOYMENT)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .parallelGateway("both")
                .userTask("call")
                .endEvent()
                .moveToNode("both")
                .serviceTask("fail")
                .camundaExpression("${name * 2}")
                .camundaAsyncBefore()
                .endEvent()
                .done())
        .deploy();
  }

  private String page() {
    return URI.create(links.urlFor(zenobia)).getPath();
  }

  private void choose(String choice) {
    var page = browser.sendAsProgram(null, "GET", page(), null, null).body();
    var seen = SEEN.matcher(page);
    assertThat(seen.find()).isTrue();
    var version = page.replaceAll("(?s).*name=\"version\" value=\"([^\"]+)\".*", "$1");
    var answer =
        browser.sendAsProgram(
            null,
            "POST",
            page(),
            HttpBrowser.FORM,
            "what=CONTACT&chosen=%s&seen=%s&version=%s".formatted(choice, seen.group(1), version));
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private HttpResponse<String> as(String login, String method, String path) {
    return browser.sendAsProgram(login, method, path, null, null);
  }

  /** Each column of each table in which one of these stands. */
  private Set<String> placesOf(List<String> names) {
    var tables =
        rows.queryForList(
            "select table_name from information_schema.tables where lower(table_schema) = 'public'",
            String.class);
    assertThat(tables).hasSizeGreaterThan(60);
    var places = new TreeSet<String>();
    for (var table : tables) {
      var name = TestDatabase.isPostgres() ? table : "\"" + table + "\"";
      rows.query(
          "select * from " + name,
          row -> {
            addPlaces(table, row, names, places);
          });
    }
    return places;
  }

  private static void addPlaces(String table, ResultSet row, List<String> names, Set<String> places)
      throws SQLException {
    var columns = row.getMetaData();
    for (var column = 1; column <= columns.getColumnCount(); column++) {
      var text = text(row, column).toLowerCase(Locale.ROOT);
      if (names.stream().anyMatch(name -> text.contains(name.toLowerCase(Locale.ROOT)))) {
        places.add((table + "." + columns.getColumnName(column)).toUpperCase(Locale.ROOT));
      }
    }
  }

  private static String text(ResultSet row, int column) throws SQLException {
    var value = row.getObject(column);
    if (value == null) {
      return "";
    }
    return switch (row.getMetaData().getColumnType(column)) {
      case java.sql.Types.BINARY,
          java.sql.Types.VARBINARY,
          java.sql.Types.LONGVARBINARY,
          java.sql.Types.BLOB ->
          new String(row.getBytes(column), StandardCharsets.UTF_8);
      default -> row.getString(column);
    };
  }
}
