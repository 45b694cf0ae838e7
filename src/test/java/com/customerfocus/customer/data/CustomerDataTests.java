package com.customerfocus.customer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.variable.Variables.createVariables;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.RemovedCustomers;
import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.customer.imports.CustomerImportReport;
import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.customer.imports.CustomerImporter;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.StoredText;
import com.customerfocus.testing.Uncommitted;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
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
import org.springframework.transaction.support.TransactionTemplate;

/** A customer's data are handed out and removed on request, from all places of the program. */
@CustomerFocusTest
class CustomerDataTests {

  private static final String REFERENCE = "KD-990017";
  private static final String PATH = "/api/customers/" + REFERENCE + "/data";
  private static final String DEPLOYMENT = CallsOfCustomer.PROCESS;
  private static final String PARTNER = "ask-partner";
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  /** Each by itself says who the customer is; phone numbers are found from their end. */
  private static final List<String> NAMES =
      List.of(
          "zenobia",
          "quiroga",
          "+34 600 990 017",
          "34600990017",
          "71009900643",
          "calle del olmo",
          REFERENCE);

  private static final String VALUES =
      """
      {"name": "Zenobia Quiroga", "mail": "zenobia.quiroga@example.com",
       "phone": "+34 600 990 017", "postalAddress": "Calle del Olmo 17", "language": "es"}
      """;

  private static final String FILE =
      "reference,name,language\n%s,Zenobia Quiroga Sol,es\n".formatted(REFERENCE);

  /**
   * Where {@link #fillEverything} puts names; each capability that names customers adds its own.
   */
  private static final List<String> FILLED =
      List.of(
          "customer.name",
          "customer.reference",
          "customer.mail",
          "customer.phone",
          "customer.phone_digits",
          "customer.postal_address",
          "customer.search_name",
          "customer_reach.address",
          "customer_term.term",
          "customer_import.content",
          "customer_import.preview",
          "notice.name",
          "notice.address",
          "notice.error",
          "audit_entry.task_name",
          "act_ru_variable.text_",
          "act_ru_task.name_",
          "act_ru_task.description_",
          "act_ru_job.exception_msg_",
          "act_ru_incident.incident_msg_",
          "act_ru_ext_task.error_msg_",
          "act_ge_bytearray.bytes_",
          "act_hi_comment.message_",
          "act_hi_comment.full_msg_",
          "act_hi_attachment.name_",
          "act_hi_taskinst.name_",
          "act_hi_taskinst.description_",
          "act_hi_procinst.delete_reason_");

  /** Filled and searched by the tests of their own rooms. */
  private static final Set<String> TESTED_BY_THEIR_ROOMS =
      Set.of(
          "attachment",
          "case_follow_up",
          "case_survey",
          "customer_case",
          "customer_case_contact",
          "customer_case_escalation",
          "customer_case_event",
          "customer_case_offer",
          "customer_introduction",
          "goodwill",
          "handoff",
          "handoff_event",
          "handoff_rating",
          "incoming_answer",
          "incoming_mail",
          "promise");

  /** Their columns cannot name a customer, or the rows do not outlive a transaction. */
  private static final Set<String> WITHOUT_CUSTOMERS =
      Set.of(
          "absence",
          "attestation",
          "briefing",
          "cascade",
          "case_follow_up_case",
          "case_follow_up_lock",
          "case_follow_up_plan",
          "case_legal_deadline",
          "culture_attribute",
          "current_audience",
          "customer_case_clock",
          "customer_case_late",
          "customer_case_partner_late",
          "customer_choice",
          "customer_data_request",
          "customer_import_lock",
          "customer_staged",
          "databasechangelog",
          "databasechangeloglock",
          "decision_upload",
          "department",
          "escalation",
          "goodwill_lock",
          "handoff_breach",
          "handoff_digest",
          "handoff_follower",
          "incoming_mailbox",
          "login_failure",
          "memo_version",
          "organization_import",
          "organization_lock",
          "password_mail",
          "person",
          "promise_event",
          "question",
          "question_step",
          "receipt",
          "secret",
          "seeded_grant",
          "service_clock",
          "service_turn");

  private final ProcessEngine engine;
  private final Accounts accounts;
  private final ContactLinks links;
  private final RemovedCustomers removed;
  private final NoticeSender sender;
  private final CustomerImportService imports;
  private final CustomerData data;
  private final CustomerImporter importer;
  private final CallsOfCustomer calls;
  private final JdbcTemplate rows;
  private final TransactionTemplate transaction;
  private final StoredText stored;
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
      CustomerData data,
      CustomerImporter importer,
      CallsOfCustomer calls,
      JdbcTemplate rows,
      TransactionTemplate transaction,
      @LocalServerPort int port) {
    this.engine = engine;
    this.accounts = accounts;
    this.links = links;
    this.removed = removed;
    this.sender = sender;
    this.imports = imports;
    this.data = data;
    this.importer = importer;
    this.calls = calls;
    this.rows = rows;
    this.transaction = transaction;
    this.stored = new StoredText(rows);
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
    rows.update("delete from audit_entry");
    var customers = new SampleCustomers(rows);
    customers.add("KD-1", "Another Customer", "another@example.com", "en");
    assertThat(put().statusCode()).isEqualTo(201);
    zenobia =
        rows.queryForObject("select id from customer where reference = ?", Long.class, REFERENCE);
    rows.update(
        "insert into customer_reach (customer_id, address, soft_bounces)"
            + " values (?, 'quiroga@example.com', 1)",
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
        .contains("mails", "choices", "bouncedAddresses", "processes", "waitingFiles");
    assertThat(parts.at("/bouncedAddresses/0/address").asText()).isEqualTo("quiroga@example.com");
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

  /** Except what the program derives from other columns. */
  @Test
  void theExportHasEachColumnOfTheCustomer() throws Exception {
    rows.update(
        """
        update customer set tier = 'gold', zone = 'Europe/Madrid', owner_id = 'boss',
          chosen_language = 'en', thanked_at = created_at where id = ?
        """,
        zenobia);
    var customer =
        new ObjectMapper().readTree(as("owner:secret", "GET", PATH).body()).at("/customer");
    var exported = new TreeSet<String>();
    customer.fieldNames().forEachRemaining(name -> exported.add(name.toLowerCase(Locale.ROOT)));

    assertThat(
            rows.queryForList(
                "select replace(lower(column_name), '_', '') from information_schema.columns"
                    + " where lower(table_name) = 'customer'",
                String.class))
        .filteredOn(column -> !Set.of("id", "searchname", "phonedigits").contains(column))
        .containsExactlyInAnyOrderElementsOf(exported);
  }

  @Test
  void afterRemovalNoNameIsLeftAnywhere() {
    fillEverything();
    assertThat(stored.placesOf(NAMES)).containsAll(FILLED);

    assertThat(as("owner:secret", "DELETE", PATH).statusCode()).isEqualTo(204);

    assertThat(stored.placesOf(NAMES)).isEmpty();
    assertThat(log.all())
        .filteredOn(line -> !line.contains("com.icegreen.greenmail"))
        .anyMatch(line -> line.contains("ENGINE-14006"))
        .noneMatch(line -> StoredText.names(line, NAMES));
    assertThat(sender.sendDue()).isZero();
    assertThat(rows.queryForList("select name from customer", String.class))
        .containsExactly("Another Customer");
    assertThat(
            rows.queryForList(
                "select user_id, action from audit_entry where changes like '%assignee%'"))
        .as("who did what stays")
        .isNotEmpty();
  }

  @Test
  void itIsOnRecordWhatWasDoneWhenAndByWhomWithoutTheCustomer() {
    as("owner:secret", "GET", PATH);
    as("owner:secret", "DELETE", PATH);
    as("owner:secret", "DELETE", PATH);

    var ofThis = as("owner:secret", "GET", "/api/customer-data-requests?reference=" + REFERENCE);
    var all = as("owner:secret", "GET", "/api/customer-data-requests");
    var ofOther = as("owner:secret", "GET", "/api/customer-data-requests?reference=KD-2");

    for (var answer : List.of(ofThis, all)) {
      assertThat(answer.body())
          .containsSubsequence("REMOVED", "\"doneBy\":\"owner\"", "EXPORTED", "\"doneAt\":")
          .doesNotContain(REFERENCE);
      assertThat(answer.body().split("REMOVED", -1)).as("removed once").hasSize(2);
    }
    assertThat(ofOther.body()).contains("\"requests\":[]");
  }

  /** Hard case 29: two customers may share an address. */
  @Test
  void aCustomerWhoSharesTheAddressLosesNothing() {
    var other =
        new SampleCustomers(rows).add("KD-2", "Tomás Prado", "zenobia.quiroga@example.com", "es");
    choose(other, "NO_LETTERS");
    choose("NO_LETTERS");
    assertThat(sender.sendDue()).isEqualTo(2);
    var before = rows.queryForMap("select * from customer where id = ?", other);

    as("owner:secret", "DELETE", PATH);

    assertThat(rows.queryForMap("select * from customer where id = ?", other)).isEqualTo(before);
    assertThat(rows.queryForMap("select customer_id, chosen from customer_choice").values())
        .containsExactly(other, "NO_LETTERS");
    assertThat(rows.queryForList("select name from notice where address is not null", String.class))
        .containsExactly("Tomás Prado");
  }

  /** Decide for a new table where names are removed, and fill it above. */
  @Test
  void eachTableIsFilledOrCannotNameACustomer() {
    var known = new TreeSet<String>(WITHOUT_CUSTOMERS);
    known.addAll(TESTED_BY_THEIR_ROOMS);
    FILLED.forEach(place -> known.add(place.replaceAll("\\..*", "")));

    assertThat(stored.tables()).filteredOn(table -> !table.startsWith("act_")).isSubsetOf(known);
  }

  @Test
  void aNoticeRecordedDuringTheRemovalLosesTheNameWhenItIsDue() {
    choose("NO_LETTERS");
    var notice = rows.queryForMap("select name, address from notice");
    as("owner:secret", "DELETE", PATH);
    rows.update(
        "update notice set state = 'NOT_SENT', name = ?, address = ?",
        notice.get("name"),
        notice.get("address"));

    assertThat(sender.sendDue()).isZero();

    assertThat(stored.placesOf(NAMES)).isEmpty();
    assertThat(rows.queryForObject("select error from notice", String.class))
        .isEqualTo("Contact policy: NO for OWN_CASE, as the customer was removed");
  }

  @Test
  void anImportThatWaitsForARemovalLeavesTheCustomerOut() throws Exception {
    Future<CustomerImportReport> imported;
    try (var removal = new Uncommitted(transaction, () -> data.remove(REFERENCE, "owner"))) {
      imported = removal.meanwhile(this::importFile);
    }

    assertThat(imported.get(60, TimeUnit.SECONDS).leftOut()).isOne();
    assertThat(stored.placesOf(NAMES)).isEmpty();
  }

  @Test
  void aRemovalWaitsForAnImport() throws Exception {
    Future<Boolean> removal;
    try (var imported = new Uncommitted(transaction, this::importFile)) {
      removal = imported.meanwhile(() -> data.remove(REFERENCE, "owner"));
    }

    assertThat(removal.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(stored.placesOf(NAMES)).isEmpty();
  }

  @Test
  void anotherSystemCannotPutACustomerBackWhoIsBeingRemoved() throws Exception {
    Future<HttpResponse<String>> put;
    try (var removal = new Uncommitted(transaction, () -> data.remove(REFERENCE, "owner"))) {
      put = removal.meanwhile(this::put);
    }

    assertThat(put.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(409);
    assertThat(stored.placesOf(NAMES)).isEmpty();
  }

  @Test
  void anExportThatWaitsForARemovalFindsNoCustomer() throws Exception {
    Future<Optional<Map<String, Object>>> export;
    try (var removal = new Uncommitted(transaction, () -> data.remove(REFERENCE, "owner"))) {
      export = removal.meanwhile(() -> data.export(REFERENCE, "owner"));
    }

    assertThat(export.get(60, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void aRemovalThatLosesAConflictIsRepeated() {
    calls.losesTheNextConflict();

    assertThat(as("owner:secret", "DELETE", PATH).statusCode()).isEqualTo(204);

    assertThat(stored.placesOf(NAMES)).isEmpty();
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

    // Processes: one that waits with failed work and comments, one that has ended.
    var running = start();
    failJob(running);
    failExternalTask();
    workOnTasksOf(running);
    var ended = start();
    workOnTasksOf(ended);
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

  private CustomerImportReport importFile() {
    return importer.importFile(
        new ByteArrayResource(FILE.getBytes(StandardCharsets.UTF_8)), "customers.csv", "admin");
  }

  private HttpResponse<String> put() {
    return browser.sendAsProgram(
        "admin:admin-secret", "PUT", "/api/customers/" + REFERENCE, "application/json", VALUES);
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

  /** As the job executor does, until nothing is left to try. */
  private void failJob(ProcessInstance instance) {
    var jobs = engine.getManagementService();
    var job = jobs.createJobQuery().processInstanceId(instance.getId()).singleResult();
    var failure = catchThrowable(() -> jobs.executeJob(job.getId()));
    assertThat(failure).hasMessageContaining("Zenobia");
    ExecuteJobHelper.LOGGING_HANDLER.exceptionWhileExecutingJob(job.getId(), failure);
    jobs.setJobRetries(job.getId(), 0);
  }

  private void failExternalTask() {
    var work = engine.getExternalTaskService();
    var task = work.fetchAndLock(1, "printer").topic("letters", 60_000).execute().get(0);
    work.handleFailure(task.getId(), "printer", "No paper for Zenobia", "Quiroga", 0, 0);
  }

  /**
   * Tasks of the instance and of the one that it called; an administrator gives them to another.
   */
  private void workOnTasksOf(ProcessInstance instance) {
    var tasks = engine.getTaskService();
    var called =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .superProcessInstanceId(instance.getId())
            .singleResult();
    var all = tasks.createTaskQuery().processInstanceIdIn(instance.getId(), called.getId()).list();
    assertThat(all).hasSize(2);
    for (var task : all) {
      var its = task.getProcessInstanceId();
      task.setName("Call Zenobia Quiroga");
      task.setDescription("Calle del Olmo 17");
      tasks.saveTask(task);
      tasks.setVariableLocal(task.getId(), "draft", "Dear Zenobia");
      tasks.createComment(task.getId(), its, "Zenobia Quiroga called again");
      tasks.createAttachment(
          "text/plain",
          task.getId(),
          its,
          "zenobia.txt",
          "From Quiroga",
          new ByteArrayInputStream("Zenobia Quiroga".getBytes(StandardCharsets.UTF_8)));
      engine.getIdentityService().setAuthentication("admin", List.of(Groups.ADMINISTRATORS));
      try {
        tasks.setAssignee(task.getId(), "boss");
      } finally {
        engine.getIdentityService().clearAuthentication();
      }
    }
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
                .moveToNode("both")
                .serviceTask("print")
                .camundaExternalTask("letters")
                .endEvent()
                .moveToNode("both")
                .callActivity("partner")
                .calledElement(PARTNER)
                .camundaIn("name", "name")
                .endEvent()
                .done())
        .addModelInstance(
            PARTNER + ".bpmn",
            Bpmn.createExecutableProcess(PARTNER)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("ask")
                .endEvent()
                .done())
        .deploy();
  }

  private String page() {
    return page(zenobia);
  }

  private String page(long customer) {
    return URI.create(links.urlFor(customer)).getPath();
  }

  private void choose(String choice) {
    choose(zenobia, choice);
  }

  private void choose(long customer, String choice) {
    var page = browser.sendAsProgram(null, "GET", page(customer), null, null).body();
    var seen = SEEN.matcher(page);
    assertThat(seen.find()).isTrue();
    var version = page.replaceAll("(?s).*name=\"version\" value=\"([^\"]+)\".*", "$1");
    var answer =
        browser.sendAsProgram(
            null,
            "POST",
            page(customer),
            HttpBrowser.FORM,
            "CONTACT=%s&seen=%s&version=%s".formatted(choice, seen.group(1), version));
    assertThat(answer.statusCode()).isEqualTo(303);
  }

  private HttpResponse<String> as(String login, String method, String path) {
    return browser.sendAsProgram(login, method, path, null, null);
  }
}
