package com.customerfocus.decision.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.access.Accounts;
import com.customerfocus.decision.TableService;
import com.customerfocus.decision.TableVersion;
import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.SampleAccounts;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Uploads as the page sends them, and as it does not: Dan is a process owner. */
@CustomerFocusTest
class TableUploadTests {

  private static final String TABLE = "/camunda/api/decisions/handoff-clocks";
  private static final String PREVIEW = TABLE + "/preview";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DecisionTables tables;
  private final TableService service;
  private final RepositoryService repository;
  private final JdbcTemplate jdbc;
  private final String address;
  private String packaged;

  @Autowired
  TableUploadTests(
      DecisionTables tables,
      TableService service,
      RepositoryService repository,
      JdbcTemplate jdbc,
      @LocalServerPort int port) {
    this.tables = tables;
    this.service = service;
    this.repository = repository;
    this.jdbc = jdbc;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void theDepartmentsOfTheTable(@Autowired Accounts accounts) throws Exception {
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
    packaged = Files.readString(Path.of("processes/handoff-clocks.dmn"));
  }

  @AfterEach
  void thePackagedTableOnly() {
    repository.createDeploymentQuery().deploymentName("decision-table").list().stream()
        .filter(it -> it.getSource().startsWith("uploaded:"))
        .map(Deployment::getId)
        .forEach(it -> repository.deleteDeployment(it, true));
  }

  @Test
  void aTableIsPreviewedUploadedAndUsedByTheEngine(@Autowired DecisionService decisions)
      throws Exception {
    var dan = logIn("dan");
    assertThat(owner(decisions)).isEqualTo("3 h");
    var preview = json(post(dan, PREVIEW, Map.of("file", changed())));
    assertThat(preview.path("faults")).isEmpty();
    assertThat(preview.path("basedOn").asInt()).isEqualTo(1);
    assertThat(preview.path("changes").asInt()).isZero();
    assertThat(tables.latestVersion("handoff-clocks")).as("a preview changes nothing").isEqualTo(1);

    var upload =
        json(post(dan, TABLE, confirmed(preview, changed(), "Billing has two more people.")));

    assertThat(upload.path("version").asInt()).isEqualTo(2);
    assertThat(owner(decisions)).isEqualTo("2 h");
    assertThat(tables.xml("handoff-clocks")).isEqualTo(changed());
    assertThat(service.versions("handoff-clocks"))
        .extracting(
            TableVersion::version,
            TableVersion::packaged,
            TableVersion::uploadedBy,
            it -> it.upload() == null ? null : it.upload().note())
        .containsExactly(
            tuple(2, false, "dan", "Billing has two more people."), tuple(1, true, null, null));
    var kept = jdbc.queryForMap("select * from decision_upload");
    assertThat(kept)
        .containsEntry("decision_key", "handoff-clocks")
        .containsEntry("version", 2)
        .containsEntry("uploaded_by", "dan")
        .containsEntry("sha256", DecisionTables.sha256(changed()))
        .containsEntry("applied", false)
        .containsEntry("changed", 0);
    assertThat(new String(jdbc.queryForObject("select content from decision_upload", byte[].class)))
        .isEqualTo(changed());
    var download = dan.send("GET", TABLE + "/file", null, null);
    assertThat(download.body()).isEqualTo(changed());
    assertThat(download.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"handoff-clocks.dmn\"");
  }

  private static String owner(DecisionService decisions) {
    return decisions
        .evaluateDecisionTableByKey("handoff-clocks")
        .variables(
            Variables.createVariables()
                .putValue("partnerDepartment", "billing")
                .putValue("priority", "NORMAL")
                .putValue("customerTier", null))
        .evaluate()
        .getSingleResult()
        .getEntry("timeToOwn");
  }

  @Test
  void theTableIsShownInTheLanguageOfTheReader() throws Exception {
    var english = json(logIn("dan").speaking("en").send("GET", TABLE, null, null));
    assertThat(english.path("outputs").toString()).contains("Time to own");
    assertThat(english.path("rows")).hasSize(15);
    assertThat(english.path("versions").get(0).path("packaged").asBoolean()).isTrue();
    var spanish = json(logIn("dan").speaking("es-MX").send("GET", TABLE, null, null));
    assertThat(spanish.path("outputs").toString()).contains("Tiempo para aceptar");
  }

  @ParameterizedTest
  @CsvSource({
    "dan,       200",
    "admin,     200",
    "olga,      403",
    "ben,       403",
    "chloe,     403"
  })
  void processOwnersAndAdministratorsOnly(String person, int status) {
    var login = logIn(person);
    assertThat(login.send("GET", TABLE, null, null).statusCode()).isEqualTo(status);
    assertThat(login.send("GET", TABLE + "/file", null, null).statusCode()).isEqualTo(status);
    assertThat(post(login, PREVIEW, Map.of("file", "x")).statusCode()).isEqualTo(status);
    assertThat(post(login, TABLE, Map.of("file", "x")).statusCode())
        .isEqualTo(status == 200 ? 400 : status);
    assertThat(new LoggedIn(address).send("GET", TABLE, null, null).statusCode()).isEqualTo(401);
  }

  @Test
  void otherTablesAreNotListed() {
    var dan = logIn("dan");
    var tables = repository.createDecisionDefinitionQuery().count();
    var other = "/camunda/api/decisions/lunch-price";
    assertThat(dan.send("GET", other, null, null).statusCode()).isEqualTo(404);
    assertThat(dan.send("GET", other + "/file", null, null).statusCode()).isEqualTo(404);
    assertThat(post(dan, other + "/preview", Map.of("file", changed())).statusCode())
        .isEqualTo(400);
    assertThat(post(dan, other, Map.of("file", changed(), "note", "x")).body())
        .contains("No table with the id lunch-price can be uploaded.");
    assertThat(repository.createDecisionDefinitionQuery().count()).isEqualTo(tables);
  }

  /** What is in the file instead of a passage, and what is said. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          <definitions xmlns= | <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><definitions xmlns= | Line 2: this is no XML that is accepted here.
          id="handoff-clocks" | id="other-clocks" | The id of the decision is other-clocks; it must be handoff-clocks.
          <text>"3 h"</text> | <text>${runtimeService.toString()}</text> | Row 3, column Time to own: ${runtimeService.toString()} cannot be read.
          <outputEntry id="billingOwn"> | <outputEntry id="billingOwn" expressionLanguage="javascript"> | Row 3, column Time to own: the expression language must be feel, not javascript.
          <text>"3 h"</text> | <text>"3 weeks"</text> | Row 3, column Time to own: "3 weeks" is no working time
          <text>"marketing"</text> | <text>"catering"</text> | Row 12, column Partner department: There is no department with the id "catering".
          hitPolicy="FIRST" | hitPolicy="RULE ORDER" | The hit policy must be First
          """)
  void aFileThatIsWrongIsRefusedInWordsAndChangesNothing(
      String passage, String replacement, String message) throws Exception {
    assertThat(packaged).contains(passage);
    var file = packaged.replace(passage, replacement);
    var dan = logIn("dan");
    assertThat(json(post(dan, PREVIEW, Map.of("file", file))).path("faults").get(0).asText())
        .startsWith(message);
    var refused =
        post(
            dan,
            TABLE,
            Map.of(
                "file", file, "sha256", DecisionTables.sha256(file), "basedOn", "1", "note", "x"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("message").asText()).startsWith(message.replace('<', '‹'));
    assertThat(tables.latestVersion("handoff-clocks")).isEqualTo(1);
    assertThat(jdbc.queryForObject("select count(*) from decision_upload", Long.class)).isZero();
  }

  @Test
  void whatIsWrongIsSaidInSpanish() throws Exception {
    var file = packaged.replace("\"3 h\"", "\"3 semanas\"");
    var dan = logIn("dan").speaking("es");
    assertThat(json(post(dan, PREVIEW, Map.of("file", file))).path("faults").get(0).asText())
        .isEqualTo(
            "Fila 3, columna Time to own: «3 semanas» no es un tiempo de trabajo: escribe 30 min,"
                + " 4 h o 2 d.");
  }

  @Test
  void aTableOfTenThousandRowsIsRefusedAndALargerRequestNotRead() throws Exception {
    var rule = packaged.substring(packaged.indexOf("<rule"), packaged.indexOf("</rule>") + 7);
    var dan = logIn("dan");
    var rows =
        packaged.replace("<rule id=\"billingUrgent\">", rule.repeat(200) + "<rule id=\"x\">");
    assertThat(json(post(dan, PREVIEW, Map.of("file", rows))).path("faults").get(0).asText())
        .isEqualTo("The table has 215 rows; at most 200 fit.");
    var large =
        packaged.replace("<rule id=\"billingUrgent\">", rule.repeat(500) + "<rule id=\"x\">");
    assertThat(json(post(dan, PREVIEW, Map.of("file", large))).path("faults").get(0).asText())
        .isEqualTo("The file is too large: at most 200 kB fit.");
    var huge = rule.repeat(10_000);
    assertThat(post(dan, PREVIEW, Map.of("file", huge)).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"note", "sha256", "basedOn", "file"})
  void anUploadSaysWhyAndWhatWasPreviewed(String missing) throws Exception {
    var dan = logIn("dan");
    var fields =
        new LinkedHashMap<>(
            confirmed(
                json(post(dan, PREVIEW, Map.of("file", changed()))), changed(), "More people."));
    fields.remove(missing);
    assertThat(post(dan, TABLE, fields).statusCode()).isEqualTo(400);
    assertThat(tables.latestVersion("handoff-clocks")).isEqualTo(1);
  }

  @Test
  void openHandoffsAreChangedOnlyWhenTheProcessOwnerSaysSo(
      @Autowired HandoffSteps steps, @Autowired OrganizationImporter importer) throws Exception {
    HandoffSteps.departments(importer);
    jdbc.update("update department set active = true");
    var handoff = steps.asked();
    var due = steps.task(handoff, "acceptHandoff").getDueDate();
    var dan = logIn("dan");
    var last = packaged.lastIndexOf("<rule ");
    var others = packaged.substring(0, last) + packaged.substring(last).replace("4 h", "6 h");
    var again = packaged.substring(0, last) + packaged.substring(last).replace("4 h", "7 h");

    post(dan, TABLE, confirmed(json(post(dan, PREVIEW, Map.of("file", others))), others, "Six."));
    assertThat(steps.task(handoff, "acceptHandoff").getDueDate()).isEqualTo(due);

    var preview = json(post(dan, PREVIEW, Map.of("file", again)));
    assertThat(preview.path("changes").asInt()).isEqualTo(1);
    assertThat(preview.path("lines").get(0).path("change").asText())
        .isEqualTo("Time to own: 7 h instead of 4 h");
    var fields = new LinkedHashMap<>(confirmed(preview, again, "Seven, for all."));
    fields.put("apply", "true");
    var upload = json(post(dan, TABLE, fields));
    assertThat(upload.path("applied").asBoolean()).as(upload.toString()).isTrue();
    assertThat(upload.path("changed").asInt()).isEqualTo(1);
    assertThat(steps.task(handoff, "acceptHandoff").getDueDate()).isAfter(due);
  }

  @Test
  void theSameTableOnceMoreIsNoUpload() throws Exception {
    var dan = logIn("dan");
    var preview = json(post(dan, PREVIEW, Map.of("file", packaged)));
    assertThat(post(dan, TABLE, confirmed(preview, packaged, "Once more.")).body())
        .contains("This is the table that is in use already.");
  }

  @Test
  void ofTwoUploadsAtOnceOneIsTakenAndTheOtherTold() throws Exception {
    var preview = json(post(logIn("dan"), PREVIEW, Map.of("file", changed())));
    var answers =
        Stream.of(logIn("dan"), logIn("admin"))
            .map(
                login ->
                    CompletableFuture.supplyAsync(
                        () -> post(login, TABLE, confirmed(preview, changed(), "At once."))))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 400);
    assertThat(answers)
        .extracting(HttpResponse::body)
        .anySatisfy(it -> assertThat(it).contains("Version 2 was deployed meanwhile"));
    assertThat(tables.latestVersion("handoff-clocks")).isEqualTo(2);
  }

  private String changed() {
    return packaged.replace("\"3 h\"", "\"2 h\"");
  }

  private static Map<String, String> confirmed(JsonNode preview, String file, String note) {
    return Map.of(
        "file",
        file,
        "sha256",
        preview.path("sha256").asText(),
        "basedOn",
        preview.path("basedOn").asText(),
        "note",
        note);
  }

  private static HttpResponse<String> post(
      LoggedIn login, String path, Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append("--xx\r\nContent-Disposition: form-data; name=\"%s\"".formatted(name))
                .append(name.equals("file") ? "; filename=\"table.dmn\"" : "")
                .append("\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n")
                .append(value)
                .append("\r\n"));
    return login.send("POST", path, "multipart/form-data; boundary=xx", body + "--xx--\r\n");
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }

  private LoggedIn logIn(String person) {
    return new LoggedIn(address, person, person.equals("admin") ? "admin-secret" : "secret");
  }
}
