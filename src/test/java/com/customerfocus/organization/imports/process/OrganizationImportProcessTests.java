package com.customerfocus.organization.imports.process;

import static com.customerfocus.organization.imports.process.OrganizationImportProcess.APPLY_CHANGES;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.CORRECT_FILE;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.IMPORT_DISCARDED;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.KEY;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.ORGANIZATION_IMPORTED;
import static com.customerfocus.organization.imports.process.OrganizationImportProcess.REVIEW_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.imports.ImportService;
import com.customerfocus.organization.imports.ImportState;
import com.customerfocus.organization.imports.OrganizationImport;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import com.customerfocus.testing.TasklistUser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;

/** An administrator imports the organization in Tasklist. */
@CustomerFocusTest
@TakesAllOf(KEY)
class OrganizationImportProcessTests {

  private static final String HEADER =
      "employee id,name,mail,manager,department,heritage company,language,site,roles\n";
  private static final String EVA =
      "eva,Eva Top,eva@x.example,,Human Resources,Norte,es,Madrid,senior-officer\n";
  private static final String ANA = "ana,Ana Ruiz,ana@x.example,eva,Sales,Norte,es,Madrid,\n";
  private static final String BOB =
      "bob,Bob <b>Hill</b>,bob@x.example,ana,Sales,Sur,en,,communications\n";
  private static final String CID = "cid,Cid Moor,cid@x.example,ana,Billing,Sur,en,,\n";
  private static final String ALL = HEADER + EVA + ANA + BOB + CID;
  private static final String FAULTY = ALL.replace("bob@x.example,ana", "bob@x.example,zoe");

  private final ProcessEngine engine;
  private final CascadeSteps tasklist;
  private final OrganizationService organization;
  private final OrganizationImporter importer;
  private final ImportService imports;
  private final MovableClock clock;
  private final String program;

  @Autowired
  OrganizationImportProcessTests(
      ProcessEngine engine,
      CascadeSteps tasklist,
      OrganizationService organization,
      OrganizationImporter importer,
      ImportService imports,
      MovableClock clock,
      @LocalServerPort int port) {
    this.engine = engine;
    this.tasklist = tasklist;
    this.organization = organization;
    this.importer = importer;
    this.imports = imports;
    this.clock = clock;
    this.program = "http://localhost:" + port;
  }

  @BeforeEach
  void anEngine() {
    init(engine);
  }

  // Invalid files and decisions

  @Test
  void whoIsNoAdministratorCannotImport() {
    importer.importFile(file(ALL));

    assertThatExceptionOfType(AuthorizationException.class).isThrownBy(() -> upload("ana", ALL));
  }

  @Test
  void withoutAFileNothingStarts() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> start("admin", Map.of()))
        .withMessage("Choose the file first: the CSV that your HR system writes.");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> start("admin", Map.of("file", chosen("", ""))));
    assertThat(imports.imports(0, 10)).isEmpty();
  }

  @Test
  void aFileWithErrorsIsToBeCorrectedAndChangesNothing() {
    var instance = upload("admin", FAULTY);

    assertThat(instance).isWaitingAtExactly(CORRECT_FILE);
    assertThat(task(instance).getName()).isEqualTo("Correct the file: people.csv");
    assertThat(task(instance).getAssignee()).isEqualTo("admin");
    var check = shown(instance);
    assertThat(check.prop("problem").stringValue())
        .startsWith("The file has an error and nothing was changed.");
    var error = check.prop("errors").elements().get(0);
    assertThat(error.prop("line").numberValue()).isEqualTo(4);
    assertThat(error.prop("column").stringValue()).isEqualTo("manager");
    assertThat(error.prop("message").stringValue())
        .startsWith("Nobody in the file has the employee id 'zoe'.");
    assertThat(organization.departments()).isEmpty();
  }

  @Test
  void theFirstTwoHundredErrorsAreShown() {
    var csv = new StringBuilder(HEADER + EVA);
    for (var i = 0; i < 1_234; i++) {
      csv.append("p%d,Name,,nobody%d,Sales,Norte,en,,\n".formatted(i, i));
    }
    var check = shown(upload("admin", csv.toString()));

    assertThat(check.prop("errors").elements()).hasSize(200);
    assertThat(check.prop("problem").stringValue()).startsWith("The file has 1,234 errors");
  }

  @Test
  void aCorrectionNeedsAFile() {
    var instance = upload("admin", FAULTY);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> complete(instance, Map.of("decision", "correct")))
        .withMessageStartingWith("Choose the file first");
    assertThat(instance).isWaitingAtExactly(CORRECT_FILE);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "later"})
  void aReviewNeedsADecision(String decision) {
    var instance = upload("admin", ALL);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> decide(instance, decision, null))
        .withMessage("Choose what to do: apply the changes or discard the file.");
    assertThat(instance).isWaitingAtExactly(REVIEW_CHANGES);
  }

  @ParameterizedTest
  @CsvSource({
    ", Say why the file is discarded; it stays on record.",
    "' ', Say why the file is discarded; it stays on record.",
    "long, 'The reason is too long: at most 1,000 characters fit.'"
  })
  void discardingNeedsAReason(String reason, String answer) {
    var instance = upload("admin", ALL);
    var text = "long".equals(reason) ? "x".repeat(1_001) : reason;

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> decide(instance, "discard", text))
        .withMessage(answer);
  }

  @Test
  void aFileWithErrorsCannotBeApplied() {
    var instance = upload("admin", FAULTY);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> complete(instance, Map.of("decision", "apply")))
        .withMessageStartingWith("Choose the file first");
  }

  // Discarded imports

  @Test
  void aFileThatIsDiscardedChangesNothingAndIsNotKept() {
    var instance = upload("admin", ALL);
    decide(instance, "discard", "It is last year's. 📅 <script>");

    assertThat(instance).hasPassed(IMPORT_DISCARDED).isEnded();
    assertThat(organization.departments()).isEmpty();
    assertThat(imports.imports(0, 10))
        .singleElement()
        .extracting(
            OrganizationImport::state, OrganizationImport::decidedBy, OrganizationImport::reason)
        .containsExactly(ImportState.DISCARDED, "admin", "It is last year's. 📅 <script>");
    assertThat(filesKept()).isZero();
  }

  @Test
  void aFileWithErrorsCanBeGivenUp() {
    var instance = upload("admin", FAULTY);
    complete(
        instance,
        Map.of("decision", "discard", "reason", "HR sends another.", "file", chosen("", "")));

    assertThat(instance).hasPassed(IMPORT_DISCARDED).isEnded();
    assertThat(imports.imports(0, 10))
        .extracting(OrganizationImport::reason)
        .containsExactly("HR sends another.");
    assertThat(filesKept()).isZero();
  }

  // Imports

  @Test
  void aCorrectedFileIsReviewedAndApplied() {
    var instance = upload("admin", FAULTY);
    complete(instance, Map.of("decision", "correct", "file", chosen("corrected.csv", ALL)));

    assertThat(instance).isWaitingAtExactly(REVIEW_CHANGES);
    assertThat(task(instance).getName()).isEqualTo("Review the changes: corrected.csv");
    assertThat(engine.getTaskService().getVariable(task(instance).getId(), "decision")).isNull();
    assertThat(engine.getTaskService().getVariables(task(instance).getId()))
        .doesNotContainKey("file");
    assertThat(organization.departments()).isEmpty();
    decide(instance, "apply", null);
    assertThat(instance).isWaitingAt(APPLY_CHANGES);
    tasklist.runJobs();

    assertThat(instance).hasPassed(ORGANIZATION_IMPORTED).isEnded();
    assertThat(organization.person("cid")).get().extracting(Person::managerId).isEqualTo("ana");
    assertThat(imports.imports(0, 10))
        .containsExactly(
            new OrganizationImport(
                imports.imports(0, 1).get(0).id(),
                "corrected.csv",
                "admin",
                FreshStart.MONDAY_MORNING,
                ImportState.APPLIED,
                "admin",
                FreshStart.MONDAY_MORNING,
                null,
                4,
                4,
                0,
                0,
                3,
                0));
    assertThat(filesKept()).isZero();
  }

  @Test
  void theReviewNamesWhoComesGoesAndMoves() {
    importer.importFile(file(ALL));
    var changed =
        HEADER
            + EVA
            + ANA.replace("Sales", "Markets")
            + CID.replace("ana,Billing", "eva,Markets")
            + "dan,Dan Núñez,dan@x.example,ana,Markets,Norte,es,,\n";
    var check = shown(upload("admin", changed));

    assertThat(rows(check, "joiners", "who", "department", "manager"))
        .containsExactly("Dan Núñez (dan) | Markets | Ana Ruiz");
    assertThat(rows(check, "leavers", "who", "department", "manager"))
        .containsExactly("Bob <b>Hill</b> (bob) | Sales | Ana Ruiz");
    assertThat(rows(check, "movers", "who", "from", "to"))
        .containsExactlyInAnyOrder(
            "Ana Ruiz (ana) | Sales, under Eva Top | Markets, under Eva Top",
            "Cid Moor (cid) | Billing, under Ana Ruiz | Markets, under Eva Top");
    assertThat(check.prop("report").prop("newDepartments").elements())
        .extracting(SpinJsonNode::stringValue)
        .containsExactly("Markets");
    assertThat(check.prop("report").prop("closedDepartments").elements())
        .extracting(SpinJsonNode::stringValue)
        .containsExactly("Billing", "Sales");
    assertThat(rows(check, "warnings", "text"))
        .contains("The department 'Sales' has no people any more.");
    assertThat(check.prop("more").isNull()).isTrue();
  }

  @Test
  void twoHundredOfEachAreNamedAndTheOthersCounted() {
    var csv = new StringBuilder(HEADER + EVA);
    for (var i = 0; i < 1_300; i++) {
      csv.append("p%d,Name %d,,eva,Sales,Norte,en,,\n".formatted(i, i));
    }
    var check = shown(upload("admin", csv.toString()));

    assertThat(check.prop("joiners").elements()).hasSize(200);
    assertThat(check.prop("more").stringValue())
        .isEqualTo("1,101 more people are in the file but not listed here.");
  }

  @Test
  void theReviewTellsWhatItMeansForMemosOnTheirWay() {
    importer.importFile(file(ALL));
    var cascade = tasklist.launchAndRelease("eva", "bob");
    var check = shown(upload("admin", HEADER + EVA + ANA + BOB));

    assertThat(rows(check, "consequences", "text"))
        .containsExactly("The memo \"The customer comes first\": one open receipt lapses.");
    assertThat(tasklist.stateOf(cascade, "cid")).isEqualTo("PENDING");
  }

  @Test
  void theReviewTellsRightsAndFieldsAndWhatIsUnusual() {
    var people = new StringBuilder(ALL);
    for (var i = 0; i < 9; i++) {
      people.append("p%d,P %d,p%d@x.example,ana,Sales,Sur,en,,\n".formatted(i, i, i));
    }
    importer.importFile(file(people.toString()));
    var check =
        shown(
            upload(
                "admin",
                people
                    .toString()
                    .replaceAll("(p\\d)@x", "$1@y")
                    .replace("ana,Billing,Sur,en,,", "ana,Billing,Sur,en,,administrator")));

    assertThat(check.prop("unchanged").boolValue()).isFalse();
    assertThat(check.prop("summary").stringValue())
        .startsWith("<div><p>⚠️ <strong>Another mail address: 9 of 13.</strong> Is that meant")
        .contains("<li>Rights given: <strong>1</strong></li>");
    assertThat(check.prop("changes").stringValue())
        .startsWith("<div><h3>Rights given: 1</h3><ul><li><strong>Cid Moor</strong> (cid)")
        .contains("<strong>P 8</strong> (p8): p8@x.example → p8@y.example</li></ul>");
    assertThat(rows(check, "warnings", "text"))
        .as("what is unusual is told once")
        .noneMatch(it -> it.contains("slip"));
  }

  @Test
  void theReviewStaysSmallHoweverMuchChanges() {
    var before = new StringBuilder(HEADER + EVA);
    var after = new StringBuilder(HEADER + EVA);
    for (var i = 0; i < 2_000; i++) {
      before.append("p%d,Name %d,p%d@x.example,eva,A,Norte,en,X,\n".formatted(i, i, i));
      after.append(
          "p%d,Other %d,o%d@x.example,p%d,B %d,Sur,es,Y,communications\n"
              .formatted(i, i, i, i + 1, i));
    }
    after.append("p2000,Last,,eva,A,Norte,en,X,\n");
    importer.importFile(file(before.toString()));

    assertThat(shown(upload("admin", after.toString())).toString().length()).isLessThan(150_000);
  }

  @Test
  void anAbsenceThatEndsBeforeTheDecisionIsNotReviewedAgain() {
    importer.importFile(file(ALL));
    var instance =
        upload(
            "admin",
            ALL.replace("roles\n", "roles,absent from,absent until\n")
                .replaceAll("(?m)^((?:eva|ana|bob).*)$", "$1,,")
                .replace("Billing,Sur,en,,", "Billing,Sur,en,,,2026-03-01,2026-03-03"));
    assertThat(shown(instance).prop("unchanged").boolValue()).isFalse();
    assertThat(shown(instance).prop("changes").stringValue())
        .contains("<strong>Cid Moor</strong> (cid): – → 2026-03-01 – 2026-03-03");
    clock.moveTo(Instant.parse("2026-03-05T09:00:00Z"));
    decide(instance, "apply", null);
    tasklist.runJobs();

    assertThat(instance).hasPassed(ORGANIZATION_IMPORTED).isEnded();
    assertThat(tasklist.count("select count(*) from absence")).isZero();
  }

  @Test
  void absencesThatHaveChangedSinceTheReviewAreReviewedAgain() {
    var with =
        ALL.replace("roles\n", "roles,absent from,absent until\n")
            .replaceAll("(?m)^((?:eva|ana|bob).*)$", "$1,,");
    importer.importFile(file(with.replaceAll("(?m)^(cid.*)$", "$1,,")));
    var instance = upload("admin", with.replaceAll("(?m)^(cid.*)$", "$1,2026-03-09,2026-03-10"));
    decide(instance, "apply", null);
    importer.importFile(file(with.replaceAll("(?m)^(cid.*)$", "$1,2026-03-09,2026-03-11")));
    tasklist.runJobs();

    assertThat(instance).isWaitingAtExactly(REVIEW_CHANGES);
    assertThat(shown(instance).prop("changes").stringValue())
        .contains("(cid): 2026-03-09 – 2026-03-11 → 2026-03-09 – 2026-03-10");
  }

  @Test
  void aFileThatTellsNothingNewSaysSo() {
    importer.importFile(file(ALL));
    var instance = upload("admin", ALL);

    assertThat(shown(instance).prop("unchanged").boolValue()).isTrue();
    decide(instance, "apply", null);
    tasklist.runJobs();
    assertThat(instance).hasPassed(ORGANIZATION_IMPORTED).isEnded();
  }

  @Test
  void whatHasChangedSinceTheReviewIsReviewedAgain() {
    importer.importFile(file(ALL));
    var instance = upload("admin", HEADER + EVA + ANA + BOB);
    decide(instance, "apply", null);
    importer.importFile(file(ALL.replace("Cid Moor", "Cid Moore")), "other.csv", "demo");
    importer.importFile(file(HEADER + EVA + ANA + BOB + CID.replace("ana", "eva")));
    tasklist.runJobs();

    assertThat(instance).isWaitingAtExactly(REVIEW_CHANGES);
    assertThat(rows(shown(instance), "leavers", "who", "manager"))
        .containsExactly("Cid Moor (cid) | Eva Top");
    assertThat(engine.getTaskService().getVariable(task(instance).getId(), "decision")).isNull();
    decide(instance, "apply", null);
    tasklist.runJobs();
    assertThat(instance).hasPassed(ORGANIZATION_IMPORTED).isEnded();
    assertThat(imports.imports(0, 10))
        .extracting(OrganizationImport::fileName)
        .containsExactly("unnamed", "other.csv", "people.csv", "unnamed");
  }

  @Test
  void fourteenMegabytesCanBeUploadedInTasklist() throws Exception {
    var line =
        "p%06d,A rather long name of person number %06d,p%06d@large.example,eva,Department %d,Norte,en,Madrid,\n";
    var csv = new StringBuilder(HEADER + EVA);
    for (var i = 0; csv.length() < 13_900_000; i++) {
      csv.append(line.formatted(i, i, i, i % 40));
    }
    // An error keeps the test from importing them.
    csv.append("x,Nobody,,,Sales,Norte,en,,\n");
    var admin = new TasklistUser(program, "admin", "admin-secret");

    admin.startWithFile(KEY, "file", "large.csv", csv.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(admin.task(CORRECT_FILE)).isPresent();
  }

  // Steps of an administrator

  private ProcessInstance upload(String user, String csv) {
    return start(user, Map.of("file", chosen("people.csv", csv)));
  }

  private ProcessInstance start(String user, Map<String, Object> fields) {
    return tasklist.as(
        user, () -> engine.getRuntimeService().startProcessInstanceByKey(KEY, fields));
  }

  private static Object chosen(String name, String csv) {
    return Variables.fileValue(name)
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

  // State

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

  private static List<String> rows(SpinJsonNode check, String list, String... columns) {
    var rows = new ArrayList<String>();
    for (var row : check.prop(list).elements()) {
      rows.add(
          String.join(
              " | ", List.of(columns).stream().map(it -> row.prop(it).stringValue()).toList()));
    }
    return rows;
  }

  /** Uploaded files that the engine or our table still hold. */
  private long filesKept() {
    return tasklist.count("select count(*) from organization_import where content is not null")
        + tasklist.count("select count(*) from ACT_RU_VARIABLE where NAME_ = 'file'")
        + tasklist.count("select count(*) from ACT_GE_BYTEARRAY where NAME_ = 'file'");
  }

  private static ByteArrayResource file(String csv) {
    return new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8));
  }
}
