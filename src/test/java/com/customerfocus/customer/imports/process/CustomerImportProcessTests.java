package com.customerfocus.customer.imports.process;

import static com.customerfocus.customer.imports.process.CustomerImportProcess.APPLY_CUSTOMER_CHANGES;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.CORRECT_CUSTOMER_FILE;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.CUSTOMERS_IMPORTED;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.CUSTOMER_IMPORT_DISCARDED;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.KEY;
import static com.customerfocus.customer.imports.process.CustomerImportProcess.REVIEW_CUSTOMER_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.customer.imports.CustomerImporter;
import com.customerfocus.customer.search.CustomerSearch;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** An administrator imports customers in Tasklist. */
@CustomerFocusTest
@TakesAllOf(KEY)
class CustomerImportProcessTests {

  private static final String HEADER = "reference,name,mail,language,tier\n";
  private static final String ALL =
      HEADER + "C-1,Luz Mar,luz@x.example,es,gold\nC-2,Tom Ash,tom@x.example,en,\n";
  private static final String FAULTY = ALL.replace("tom@x", "tom");

  private final ProcessEngine engine;
  private final CascadeSteps tasklist;
  private final CustomerImporter importer;
  private final CustomerImportService imports;
  private final CustomerData data;
  private final Sweep sweep;
  private final MovableClock clock;
  private final JdbcTemplate rows;
  private final CustomerSearch customers;
  private final OrganizationImporter organization;

  @Autowired
  CustomerImportProcessTests(
      ProcessEngine engine,
      CascadeSteps tasklist,
      CustomerImporter importer,
      CustomerImportService imports,
      CustomerData data,
      @Qualifier("customerFilesThatWaitedTooLong") Sweep sweep,
      MovableClock clock,
      JdbcTemplate rows,
      CustomerSearch customers,
      OrganizationImporter organization) {
    this.engine = engine;
    this.tasklist = tasklist;
    this.importer = importer;
    this.imports = imports;
    this.data = data;
    this.sweep = sweep;
    this.clock = clock;
    this.rows = rows;
    this.customers = customers;
    this.organization = organization;
  }

  @BeforeEach
  void anEngine() {
    init(engine);
  }

  @Test
  void theFrontLineCannotImport() {
    new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("fran", "boss", "Care", "front-line")
        .importInto(organization);

    assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> upload("fran", ALL));
  }

  @Test
  void aCorrectedFileIsReviewedAndApplied() {
    var instance = upload("admin", FAULTY);
    assertThat(instance).isWaitingAtExactly(CORRECT_CUSTOMER_FILE);
    var error = shown(instance).prop("errors").elements().get(0);
    assertThat(error.prop("line").numberValue()).isEqualTo(3);
    assertThat(error.prop("message").stringValue()).doesNotContain("tom");
    complete(instance, Map.of("decision", "correct", "file", chosen(ALL)));

    assertThat(instance).isWaitingAtExactly(REVIEW_CUSTOMER_CHANGES);
    var change = shown(instance).prop("changes").elements().get(0);
    assertThat(change.prop("reference").stringValue()).isEqualTo("C-1");
    assertThat(change.prop("what").stringValue()).isEqualTo("new");
    decide(instance, "apply", null);
    assertThat(instance).isWaitingAt(APPLY_CUSTOMER_CHANGES);
    tasklist.runJobs();

    assertThat(instance).hasPassed(CUSTOMERS_IMPORTED).isEnded();
    assertThat(customers.figures().customers()).isEqualTo(2);
    assertThat(filesKept()).isZero();
  }

  @Test
  void aFileThatIsDiscardedChangesNothingAndIsNotKept() {
    var instance = upload("admin", ALL);
    decide(instance, "discard", "It is last year's.");

    assertThat(instance).hasPassed(CUSTOMER_IMPORT_DISCARDED).isEnded();
    assertThat(customers.figures().customers()).isZero();
    assertThat(filesKept()).isZero();
  }

  @Test
  void aFileWithErrorsCanBeGivenUp() {
    var instance = upload("admin", FAULTY);
    complete(instance, Map.of("decision", "discard", "reason", "Another one comes."));

    assertThat(instance).hasPassed(CUSTOMER_IMPORT_DISCARDED).isEnded();
  }

  @Test
  void whatHasChangedSinceTheReviewIsReviewedAgain() {
    var instance = upload("admin", ALL);
    decide(instance, "apply", null);
    importer.importFile(file(ALL.replace("gold", "silver")), "other.csv", "demo");
    tasklist.runJobs();

    assertThat(instance).isWaitingAtExactly(REVIEW_CUSTOMER_CHANGES);
    var change = shown(instance).prop("changes").elements().get(0);
    assertThat(change.prop("what").stringValue()).isEqualTo("tier");
    // The form says then why the same task is back.
    assertThat(tasklist.shown("admin", task(instance), "applied", Boolean.class)).isFalse();
    decide(instance, "apply", null);
    tasklist.runJobs();
    assertThat(instance).hasPassed(CUSTOMERS_IMPORTED).isEnded();
    assertThat(customers.customer("C-1").orElseThrow().tier()).isEqualTo("gold");
  }

  @Test
  void aFileSubmittedOverHttpIsReviewedByTheOneWhoSentIt() {
    var instance = submit(ALL);
    assertThat(instance).isWaitingAtExactly(REVIEW_CUSTOMER_CHANGES);
    assertThat(task(instance).getAssignee()).isEqualTo("admin");
    assertThat(shown(instance).prop("changes").elements()).hasSize(2);
    decide(instance, "apply", null);
    tasklist.runJobs();

    assertThat(instance).hasPassed(CUSTOMERS_IMPORTED).isEnded();
    assertThat(customers.figures().customers()).isEqualTo(2);
  }

  @Test
  void aFileLargerThanAPieceIsReadAsAWhole() {
    var csv = new StringBuilder(HEADER);
    // Accents and signs of four bytes, so that pieces end within characters.
    for (var i = 0; csv.length() < 5_000_000; i++) {
      csv.append("C-%d,Núñez %s,,es,\n".formatted(i, "🎈ñ".repeat(60)));
    }
    var rows = csv.chars().filter(it -> it == '\n').count() - 1;
    var instance = submit(csv.toString());

    assertThat(instance).isWaitingAtExactly(REVIEW_CUSTOMER_CHANGES);
    assertThat(shown(instance).prop("report").prop("added").numberValue().longValue())
        .isEqualTo(rows);
    assertThat(tasklist.count("select count(*) from customer_staged")).isZero();
  }

  @Test
  void anImportOfTheSameAgainChangesNothingAndGivesBackNoPermission() {
    importer.importFile(file(ALL), "first.csv", "demo");
    rows.update(
        """
        update customer set contact = 'NO_CONTACT', by_post = true, chosen_language = 'en'
         where reference = 'C-1'
        """);
    rows.update(
        """
        insert into customer_reach (customer_id, address, out_since, soft_bounces)
        select id, lower(mail), timestamp '2026-03-02 09:00:00', 2 from customer
         where reference = 'C-1'
        """);
    var before = rows.queryForList("select * from customer order by id");
    var reach = rows.queryForList("select * from customer_reach");
    var instance = submit(ALL);
    assertThat(shown(instance).prop("unchanged").boolValue()).isTrue();
    decide(instance, "apply", null);
    tasklist.runJobs();

    assertThat(instance).hasPassed(CUSTOMERS_IMPORTED).isEnded();
    assertThat(rows.queryForList("select * from customer order by id")).isEqualTo(before);
    assertThat(rows.queryForList("select * from customer_reach")).hasSize(1).isEqualTo(reach);
    assertThat(
            rows.queryForMap(
                    "select added, changed from customer_import where id = (select max(id) from customer_import)")
                .values())
        .allMatch(it -> ((Number) it).intValue() == 0);
  }

  @Test
  void aFileThatHasErrorsByTheTimeItIsAppliedIsCorrected() {
    new Company().add("boss", null, "Board", "").importInto(organization);
    var instance = upload("admin", "reference,name,language,owner\nC-1,Luz Mar,es,boss\n");
    decide(instance, "apply", null);
    rows.update("delete from person");
    tasklist.runJobs();

    assertThat(instance).isWaitingAtExactly(CORRECT_CUSTOMER_FILE);
    assertThat(customers.figures().customers()).isZero();
  }

  @Test
  void aFileThatNamesARemovedCustomerGoesWithTheCustomer() {
    importer.importFile(file(ALL), "first.csv", "demo");
    var naming = submit(ALL.replace("gold", "silver"));
    var faulty = submit("reference,name,mail,language\nC-1,Luz Mar,luz,es\n");
    var other = submit(HEADER + "C-3,Pia Roy,,es,\n");
    data.remove("C-1", "owner");

    assertThat(shown(naming).prop("problem").stringValue()).contains("not kept any more");
    assertThat(shown(faulty).prop("problem").stringValue()).contains("not kept any more");
    assertThat(shown(other).prop("changes").elements()).hasSize(1);
    assertThat(filesKept()).isOne();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> decide(naming, "apply", null))
        .withMessageContaining("no longer kept");
    decide(naming, "discard", "A customer was removed.");
    assertThat(naming).hasPassed(CUSTOMER_IMPORT_DISCARDED).isEnded();

    var again = submit(ALL);
    assertThat(shown(again).prop("report").prop("leftOut").numberValue()).isEqualTo(1);
  }

  @Test
  void aFileThatIsRemovedAfterTheDecisionIsNotApplied() {
    importer.importFile(file(ALL), "first.csv", "demo");
    var instance = submit(ALL.replace("gold", "silver"));
    decide(instance, "apply", null);
    data.remove("C-1", "owner");
    tasklist.runJobs();

    assertThat(instance).isWaitingAtExactly(CORRECT_CUSTOMER_FILE);
    complete(instance, Map.of("decision", "correct", "file", chosen(ALL)));
    assertThat(instance).isWaitingAtExactly(REVIEW_CUSTOMER_CHANGES);
    assertThat(engine.getRuntimeService().getVariables(instance.getId()).get("applied"))
        .as("what became of the file before")
        .isNull();
  }

  @Test
  void processOwnersReadNoCustomerOfAFileInCockpit() {
    upload("admin", ALL);
    upload("admin", "reference,name,mail,language\nC-1,Luz Mar,luz,es\n");
    engine.getIdentityService().setAuthentication("paz", List.of(Groups.PROCESS_OWNERS));
    try {
      for (var deserialized : List.of(true, false)) {
        assertThat(
                Stream.concat(current(deserialized), former(deserialized))
                    .map(value -> value instanceof JsonValue json ? json.getValueSerialized() : "")
                    .toList())
            .hasSizeGreaterThanOrEqualTo(2)
            .containsOnly("{}");
      }
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  private Stream<TypedValue> current(boolean deserialized) {
    var query = engine.getRuntimeService().createVariableInstanceQuery().variableName("check");
    return (deserialized ? query : query.disableCustomObjectDeserialization())
        .list().stream().map(it -> it.getTypedValue());
  }

  private Stream<TypedValue> former(boolean deserialized) {
    var query =
        engine.getHistoryService().createHistoricVariableInstanceQuery().variableName("check");
    return (deserialized ? query : query.disableCustomObjectDeserialization())
        .list().stream().map(it -> it.getTypedValue());
  }

  @Test
  void aDecisionThatIsANumberIsRefused() {
    var review = upload("admin", ALL);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> complete(review, Map.of("decision", 5)));
    assertThat(review).isWaitingAtExactly(REVIEW_CUSTOMER_CHANGES);
  }

  @Test
  void aFileWaitsForThirtyDaysAtMost() {
    var instance = submit(ALL);
    clock.moveBy(Duration.ofDays(30));
    sweep.runSome().getAsBoolean();
    assertThat(filesKept()).isOne();
    clock.moveBy(Duration.ofSeconds(1));
    sweep.runSome().getAsBoolean();

    assertThat(filesKept()).isZero();
    assertThat(shown(instance).prop("problem").stringValue()).contains("not kept any more");
  }

  private ProcessInstance submit(String csv) {
    var bytes = file(csv);
    var id =
        imports.submit(
            "customers.csv",
            bytes,
            bytes.contentLength(),
            Actor.of("admin", Groups.ADMINISTRATORS));
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(KEY)
        .processInstanceBusinessKey(String.valueOf(id))
        .singleResult();
  }

  private ProcessInstance upload(String user, String csv) {
    return tasklist.as(
        user,
        () ->
            engine.getRuntimeService().startProcessInstanceByKey(KEY, Map.of("file", chosen(csv))));
  }

  private static ByteArrayResource file(String csv) {
    return new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8));
  }

  private static Object chosen(String csv) {
    return Variables.fileValue("customers.csv")
        .file(csv.getBytes(StandardCharsets.UTF_8))
        .mimeType("text/csv")
        .create();
  }

  private void decide(ProcessInstance instance, String decision, String reason) {
    var fields = new HashMap<String, Object>();
    fields.put("decision", decision);
    fields.put("reason", reason);
    complete(instance, fields);
  }

  private void complete(ProcessInstance instance, Map<String, Object> fields) {
    var task = task(instance);
    tasklist.as(
        "admin",
        () -> {
          engine.getTaskService().complete(task.getId(), fields);
          return null;
        });
  }

  private Task task(ProcessInstance instance) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  private SpinJsonNode shown(ProcessInstance instance) {
    return tasklist.shown("admin", task(instance), "check", SpinJsonNode.class);
  }

  /** Uploaded files that our table still holds. */
  private long filesKept() {
    return tasklist.count("select count(*) from customer_import where content is not null");
  }
}
