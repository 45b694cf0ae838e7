package com.customerfocus.cascade.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CorrectionSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reports of cascades by the API, over HTTP with a login of Tasklist. */
@CustomerFocusTest
class CascadeControllerTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final CascadeReports reports;
  private final PersonalPageService memos;
  private final ProcessEngine engine;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final int port;

  private long cascade;

  @Autowired
  CascadeControllerTests(
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      CascadeReports reports,
      PersonalPageService memos,
      ProcessEngine engine,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      @LocalServerPort int port) {
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.reports = reports;
    this.memos = memos;
    this.engine = engine;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.port = port;
  }

  /** A board with two departments of a manager and two people each, and a reviewer. */
  @BeforeEach
  void aMemoIsOnItsWay() {
    new Company()
        .add("top", null, "Board", "senior-officer")
        .add("ann", "top", "Sales", "")
        .add("al", "ann", "Sales", "")
        .add("abe", "ann", "Sales", "")
        .add("bob", "top", "Billing", "")
        .add("bea", "bob", "Billing", "process-owner")
        .add("ben", "bob", "Billing", "")
        .add("reviewer", "top", "Board", "communications")
        .importInto(importer);
    cascade = cascadeSteps.launchAndRelease("top", "reviewer");
  }

  @Test
  void withoutALoginItSaysHowToLogIn() {
    var answer = get("/api/cascades", null);

    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Basic "));
    assertProblem(answer, 401, "Log in with HTTP Basic");
  }

  @Test
  void withAWrongPasswordItSaysHowToLogIn() {
    assertProblem(get("/api/cascades", "top:wrong"), 401, "Log in with HTTP Basic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/{id}",
        "/{id}/escalations",
        "/{id}/questions",
        "/{id}/receipts.csv",
        "/{id}/versions"
      })
  void aManagerSeesNoneOfIt(String path) {
    assertProblem(get(of(path), "ann:secret"), 403, "in none of the groups");
  }

  @ParameterizedTest
  @ValueSource(strings = {"top:secret", "reviewer:secret", "bea:secret", "admin:admin-secret"})
  void officersCommunicationsProcessOwnersAndAdministratorsSeeAllOfIt(String login) {
    for (var path :
        List.of(
            "",
            "/{id}",
            "/{id}/escalations",
            "/{id}/questions",
            "/{id}/receipts.csv",
            "/{id}/versions")) {
      assertThat(get(of(path), login).statusCode()).as(login + path).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "page=-1, page must be",
    "page=1000001, page must be",
    "page=first, page",
    "size=0, size must be",
    "size=101, size must be",
    "size=many, size"
  })
  void aPageThatCannotBeIsRefusedWithWhatCan(String query, String said) {
    assertProblem(get("/api/cascades?" + query), 400, said);
    assertProblem(get(of("/{id}/escalations?") + query), 400, said);
    assertProblem(get(of("/{id}/questions?") + query), 400, said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/escalations", "/questions", "/receipts.csv", "/versions"})
  void anUnknownCascadeIsAnsweredWithWhereToFindTheKnown(String path) {
    assertProblem(get("/api/cascades/999999" + path), 404, "GET /api/cascades lists them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
      })
  void aClientThatPrefersXmlGetsJson(String accept) {
    var answer =
        send(request("/api/cascades?size=0", "top:secret").header("Accept", accept).build());

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cascades/mine",
        "/api/cascades/mine/escalations",
        "/api/cascades/mine/receipts.csv"
      })
  void anIdThatIsNoNumberIsRefused(String path) {
    assertProblem(get(path), 400, "mine");
  }

  @Test
  void anErrorIsAProblemDetailForEveryAcceptHeader() {
    var answer =
        send(
            request("/api/cascades/999999/receipts.csv", "top:secret")
                .header("Accept", "text/csv")
                .build());
    assertProblem(answer, 404, "There is no cascade 999999");
  }

  @Test
  void whatTheApiDoesNotHaveIsAProblemDetailToo() {
    assertProblem(get("/api/nothing", "admin:admin-secret"), 404, "");
    assertProblem(send(request("/api/cascades", "admin:admin-secret").DELETE().build()), 405, "");
  }

  @Test
  void theNewestCascadeComesFirst() {
    var second = cascadeSteps.launchAndRelease("top", "reviewer");
    var third = cascadeSteps.launchAndRelease("top", "reviewer");

    var all = json(get("/api/cascades"));
    assertThat(all.path("cascades").findValuesAsText("id"))
        .containsExactly("" + third, "" + second, "" + cascade);
    var newest = all.path("cascades").get(0);
    assertThat(newest.path("title").asText()).isEqualTo("The customer comes first");
    assertThat(newest.path("state").asText()).isEqualTo("RUNNING");
    assertThat(newest.path("launchedAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(newest.path("releasedBy").asText()).isEqualTo("reviewer");
  }

  @Test
  void theyComePageByPage() {
    var second = cascadeSteps.launchAndRelease("top", "reviewer");
    var third = cascadeSteps.launchAndRelease("top", "reviewer");

    assertThat(json(get("/api/cascades?size=2")).path("cascades").findValuesAsText("id"))
        .containsExactly("" + third, "" + second);
    var next = json(get("/api/cascades?page=1&size=2"));
    assertThat(next.path("cascades").findValuesAsText("id")).containsExactly("" + cascade);
    assertThat(next.path("page").asInt()).isEqualTo(1);
    assertThat(next.path("size").asInt()).isEqualTo(2);
    assertThat(json(get("/api/cascades?page=1000000&size=100")).path("cascades")).isEmpty();
  }

  @Test
  void theFiguresCountEveryoneByWhatIsOnRecord() {
    set("BRIEFED", "ann", "bob");
    set("ACKNOWLEDGED", "al", "reviewer");
    set("EXCUSED", "abe");
    set("LAPSED", "bea");

    var figures = json(get("/api/cascades/" + cascade));

    assertThat(figures.path("cascade").path("id").asLong()).isEqualTo(cascade);
    assertCounts(figures.path("total"), 7, 1, 2, 2, 1, 1);
    assertThat(figures.path("byDepartment").fieldNames())
        .toIterable()
        .containsExactly("Billing", "Board", "Sales");
    assertCounts(figures.path("byDepartment").path("Billing"), 3, 1, 1, 0, 0, 1);
    assertCounts(figures.path("byDepartment").path("Board"), 1, 0, 0, 1, 0, 0);
    assertCounts(figures.path("byDepartment").path("Sales"), 3, 0, 1, 1, 1, 0);
    assertCounts(figures.path("byHeritage").path("New Company"), 3, 1, 1, 1, 0, 0);
    assertCounts(figures.path("byHeritage").path("Old Company"), 4, 0, 1, 1, 1, 1);
    assertCounts(figures.path("byLevel").path("1"), 3, 0, 2, 1, 0, 0);
    assertCounts(figures.path("byLevel").path("2"), 4, 1, 0, 1, 1, 1);
  }

  @Test
  void whatWasDoneAboutOverdueBriefingsComesPageByPageTheNewestFirst() {
    askToUnblock("ann");
    askToUnblock("bob");
    jdbc.update(
        """
        update escalation
           set outcome = 'HANDED_OVER', outcome_by = 'ann', outcome_at = due_at, note = 'Away',
               new_due_at = decision_due_at, handed_to = 'bea'
         where escalated_to = 'ann'
        """);

    var page = json(get("/api/cascades/" + cascade + "/escalations?size=1"));
    var next = json(get("/api/cascades/" + cascade + "/escalations?size=1&page=1"));

    assertThat(page.path("size").asInt()).isOne();
    var open = page.at("/escalations/0");
    assertThat(open.at("/escalatedTo/name").asText()).isEqualTo("Name of bob");
    assertThat(open.path("outcome").asText()).isEqualTo("OPEN");
    assertThat(open.has("decidedBy")).isFalse();
    var handed = next.at("/escalations/0");
    assertThat(handed.at("/manager/id").asText()).isEqualTo("top");
    assertThat(handed.path("level").asInt()).isOne();
    assertThat(handed.path("outcome").asText()).isEqualTo("HANDED_OVER");
    assertThat(handed.at("/decidedBy/id").asText()).isEqualTo("ann");
    assertThat(handed.path("note").asText()).isEqualTo("Away");
    assertThat(handed.at("/handedTo/id").asText()).isEqualTo("bea");
    assertThat(handed.path("newDue").asText()).startsWith("2026-03-");
    assertThat(json(get("/api/cascades/" + cascade + "/escalations?page=2")).path("escalations"))
        .isEmpty();
  }

  private void askToUnblock(String manager) {
    jdbc.update(
        """
        insert into escalation
          (briefing_id, reason, due_at, in_charge, level, escalated_to, escalated_at,
           decision_due_at)
        select id, 'OVERDUE', due_at, manager_id, 1, ?, due_at, due_at
          from briefing where cascade_id = ?
        """,
        manager,
        cascade);
  }

  @Test
  void theReceiptsAreOneTable() {
    cascadeSteps.brief("top", List.of("ann", "bob"));

    var answer = get("/api/cascades/" + cascade + "/receipts.csv");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue(
            "attachment; filename=\"cascade-%1$d-receipts.csv\"; filename*=UTF-8''cascade-%1$d-receipts%%20The%%20customer%%20comes%%20first.csv"
                .formatted(cascade));
    assertThat(answer.body().lines().findFirst())
        .hasValue(
            "\uFEFFemployee id,name,department,heritage company,level,briefed by,state,briefed at,acknowledged at,excused by,excused at,excuse reason,version,away until,signs of a program");
    assertThat(answer.body()).endsWith("\r\n");
    assertThat(records(answer))
        .extracting(line -> line.get("level") + " " + line.get("name"))
        .containsExactly(
            "1 Name of ann",
            "1 Name of bob",
            "1 Name of reviewer",
            "2 Name of abe",
            "2 Name of al",
            "2 Name of bea",
            "2 Name of ben");
    assertThat(records(answer).get(0).toList())
        .containsExactly(
            "ann",
            "Name of ann",
            "Sales",
            "Old Company",
            "1",
            "top",
            "BRIEFED",
            "2026-03-02T09:00:00Z",
            "",
            "",
            "",
            "",
            "1",
            "",
            "");
  }

  @Test
  void theVersionsOfAMemoSayHowManyConfirmedEach() {
    cascadeSteps.brief("top", List.of("ann", "bob", "reviewer"));
    cascadeSteps.acknowledge(cascade, "bob");
    var correcting = new CorrectionSteps(engine, cascadeSteps);
    assertThat(json(get("/api/cascades/" + cascade + "/versions")).path("versions")).hasSize(1);

    correcting.publish(
        "top",
        "reviewer",
        cascade,
        CorrectionSteps.material("Call at once.", "At once, not tomorrow."));
    cascadeSteps.runJobs();
    cascadeSteps.acknowledge(cascade, "bob");

    var versions = json(get("/api/cascades/" + cascade + "/versions")).path("versions");
    assertThat(versions).hasSize(2);
    var first = versions.path(0);
    assertThat(first.path("acknowledged").asInt()).isEqualTo(1);
    assertThat(first.path("briefed").asInt()).isEqualTo(2);
    assertThat(first.at("/version/kind").asText()).isEqualTo("FIRST");
    assertThat(first.at("/version/body").asText()).isEqualTo(CascadeSteps.memo().get("body"));
    assertThat(first.at("/version/writtenBy").asText()).isEqualTo("top");
    var second = versions.path(1);
    assertThat(second.path("acknowledged").asInt()).isEqualTo(1);
    assertThat(second.path("briefed").asInt()).isZero();
    assertThat(second.at("/version/kind").asText()).isEqualTo("MATERIAL");
    assertThat(second.at("/version/body").asText()).isEqualTo("Call at once.");
    assertThat(second.at("/version/whatChanged").asText()).isEqualTo("At once, not tomorrow.");
    assertThat(second.at("/version/reviewedBy").asText()).isEqualTo("reviewer");
    assertThat(second.at("/version/publishedAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(records(get("/api/cascades/" + cascade + "/receipts.csv")))
        .extracting(line -> line.get("name") + " " + line.get("state") + " " + line.get("version"))
        .contains("Name of ann PENDING 2", "Name of bob ACKNOWLEDGED 2");
  }

  @Test
  void namesOfAnyKindComeThroughWhole() {
    rename("ann", "Núñez, \"Anita\"\nÅsa 🎉");

    var answer = get("/api/cascades/" + cascade + "/receipts.csv");

    assertThat(answer.body()).contains("\"Núñez, \"\"Anita\"\"\nÅsa 🎉\"");
    assertThat(records(answer))
        .extracting(line -> line.get("name"))
        .contains("Núñez, \"Anita\"\nÅsa 🎉");
  }

  @Test
  void aSpreadsheetOfSpainGetsSemicolons() {
    rename("ann", "Núñez; Ana");

    var answer = get("/api/cascades/" + cascade + "/receipts.csv?separator=;");

    assertThat(answer.body())
        .startsWith("\uFEFFemployee id;name;department;")
        .contains("\r\nann;\"Núñez; Ana\";Sales;");
    assertProblem(
        get("/api/cascades/" + cascade + "/receipts.csv?separator=x"),
        400,
        "separator must be , or ;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void aSpreadsheetDoesNotTakeANameForAFormula(String formula) {
    rename("ann", formula);

    assertThat(records(get("/api/cascades/" + cascade + "/receipts.csv")))
        .extracting(line -> line.get("name"))
        .contains("'" + formula);
  }

  @Test
  void thousandsOfReceiptsAreHandedOutOneByOne() {
    addPeople(5_000);

    var answer = get("/api/cascades/" + cascade + "/receipts.csv");

    assertThat(answer.headers().firstValue("Content-Length")).as("not known before").isEmpty();
    assertThat(records(answer)).hasSize(5_007);
    assertThat(new HashSet<>(records(answer).stream().map(line -> line.get(0)).toList()))
        .hasSize(5_007);
  }

  @Test
  void questionsComePageByPageTheNewestFirstWithAllThatHappened() {
    assertThat(json(get(of("/{id}/questions"))).path("questions")).isEmpty();
    cascadeSteps.brief("top", List.of("ann", "bob"));
    cascadeSteps.brief(
        "ann",
        Map.of(
            "heldOn", "2026-03-02", "present", List.of(), "questions", "¿Who pays? 🎉\nAnd when?"));
    memos.ask(cascadeSteps.receiptOf(cascade, "al"), "<b>Why</b>?");
    var task = engine.getTaskService().createTaskQuery().taskAssignee("ann").singleResult();
    cascadeSteps.complete(
        "ann", task, "reply", Map.of("decision", "passUp", "note", "Ask the board."));

    var page = json(get(of("/{id}/questions?size=2")));

    assertThat(page.path("size").asInt()).isEqualTo(2);
    assertThat(page.path("questions").findValuesAsText("question"))
        .containsExactly("<b>Why</b>?", "And when?");
    var newest = page.path("questions").get(0);
    assertThat(newest.path("state").asText()).isEqualTo("OPEN");
    assertThat(newest.path("askedBy").asText()).isEqualTo("al");
    assertThat(newest.path("askedAt").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(newest.path("team").asText()).isEqualTo("ann");
    assertThat(newest.path("with").asText()).isEqualTo("top");
    assertThat(newest.has("answer")).isFalse();
    assertThat(newest.path("steps").findValuesAsText("kind")).containsExactly("ASKED", "PASSED_UP");
    assertThat(newest.path("steps").get(1).path("note").asText()).isEqualTo("Ask the board.");
    assertThat(
            json(get(of("/{id}/questions?page=1&size=2")))
                .path("questions")
                .findValuesAsText("question"))
        .containsExactly("¿Who pays? 🎉");
  }

  /**
   * Fetching a result in parts keeps a cursor open in PostgreSQL; otherwise the driver reads it
   * all.
   */
  @Test
  @EnabledIf("isPostgres")
  void theDatabaseHandsThemOutInParts() {
    addPeople(5_000);

    var cursors = new HashSet<Long>();
    transaction.executeWithoutResult(
        oneConnection ->
            reports.receipts(
                cascade,
                receipt -> {
                  if (cursors.isEmpty()) {
                    cursors.add(
                        jdbc.queryForObject(
                            "select count(*) from pg_cursors where statement like ?",
                            Long.class,
                            "%from receipt r%"));
                  }
                }));
    assertThat(cursors).containsExactly(1L);
  }

  static boolean isPostgres() {
    return TestDatabase.isPostgres();
  }

  @Test
  void theDescriptionAsksForALogin() {
    assertProblem(get("/v3/api-docs", null), 401, "Log in with HTTP Basic");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String said) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    var problem = json(answer);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank().contains(said);
  }

  private static void assertCounts(
      JsonNode counts,
      int audience,
      int pending,
      int briefed,
      int acknowledged,
      int excused,
      int lapsed) {
    assertThat(
            List.of(
                counts.path("audience").asInt(),
                counts.path("pending").asInt(),
                counts.path("briefed").asInt(),
                counts.path("acknowledged").asInt(),
                counts.path("excused").asInt(),
                counts.path("lapsed").asInt()))
        .containsExactly(audience, pending, briefed, acknowledged, excused, lapsed);
  }

  private void set(String state, String... people) {
    for (var person : people) {
      jdbc.update(
          "update receipt set state = ? where cascade_id = ? and person_id = ?",
          state,
          cascade,
          person);
    }
  }

  private void rename(String person, String name) {
    jdbc.update("update person set name = ? where id = ?", name, person);
  }

  private void addPeople(int count) {
    var ids = IntStream.range(0, count).mapToObj(i -> new Object[] {"n" + i});
    var rows = ids.toList();
    jdbc.batchUpdate(
        """
        insert into person (id, name, department_id, heritage, language, active)
        select ?, 'Somebody', department_id, 'Old Company', 'en', true from person where id = 'ann'
        """,
        rows);
    jdbc.batchUpdate(
        """
        insert into receipt (cascade_id, person_id, briefed_by, level, department_id, heritage, state)
        select %d, ?, 'ann', 2, department_id, 'Old Company', 'PENDING' from person where id = 'ann'
        """
            .formatted(cascade),
        rows);
  }

  private static List<CSVRecord> records(HttpResponse<String> answer) {
    try {
      var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      assertThat(answer.body()).as("Excel takes it for UTF-8").startsWith("\uFEFF");
      return format.parse(new StringReader(answer.body().substring(1))).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String of(String path) {
    return "/api/cascades" + path.replace("{id}", "" + cascade);
  }

  private HttpResponse<String> get(String path) {
    return get(path, "top:secret");
  }

  private HttpResponse<String> get(String path, String login) {
    return send(request(path, login).build());
  }

  private HttpRequest.Builder request(String path, String login) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (login != null) {
      request.header("Authorization", BasicLogin.header(login));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }
}
