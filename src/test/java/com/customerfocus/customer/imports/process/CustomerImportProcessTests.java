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

import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customer.imports.CustomerImporter;
import com.customerfocus.customer.search.CustomerSearch;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TakesAllOf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

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
  private final CustomerData data;
  private final CustomerImporter importer;
  private final CustomerSearch customers;
  private final OrganizationImporter organization;

  @Autowired
  CustomerImportProcessTests(
      ProcessEngine engine,
      CascadeSteps tasklist,
      CustomerData data,
      CustomerImporter importer,
      CustomerSearch customers,
      OrganizationImporter organization) {
    this.engine = engine;
    this.tasklist = tasklist;
    this.data = data;
    this.importer = importer;
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
    decide(instance, "apply", null);
    tasklist.runJobs();
    assertThat(instance).hasPassed(CUSTOMERS_IMPORTED).isEnded();
    assertThat(customers.customer("C-1").orElseThrow().tier()).isEqualTo("gold");
  }

  @Test
  void aCustomerWhoseDataWereRemovedSinceTheReviewIsLeftOut() {
    importer.importFile(file(ALL), "before.csv", "demo");
    var instance = upload("admin", ALL.replace("gold", "silver"));
    decide(instance, "apply", null);
    assertThat(data.remove("C-1", "owner")).isTrue();
    tasklist.runJobs();

    assertThat(instance).isWaitingAtExactly(REVIEW_CUSTOMER_CHANGES);
    assertThat(shown(instance).prop("report").prop("leftOut").numberValue()).isEqualTo(1);
    assertThat(shown(instance).prop("changes").elements()).isEmpty();
    decide(instance, "apply", null);
    tasklist.runJobs();
    assertThat(instance).hasPassed(CUSTOMERS_IMPORTED).isEnded();
    assertThat(customers.customer("C-1")).isEmpty();
    assertThat(filesKept()).isZero();
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
