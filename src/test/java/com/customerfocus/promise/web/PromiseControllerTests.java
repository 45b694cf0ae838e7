package com.customerfocus.promise.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Actor;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.NewPromise;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.PromiseService;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The promise ledger by the API, over HTTP with a login of Tasklist. */
@CustomerFocusTest
class PromiseControllerTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final OrganizationImporter importer;
  private final PromiseService promises;
  private final MovableClock clock;
  private final JdbcTemplate jdbc;
  private final int port;

  private long annToTop;
  private long bobToTop;
  private long bobToAnn;
  private long topToBoard;

  @Autowired
  PromiseControllerTests(
      OrganizationImporter importer,
      PromiseService promises,
      MovableClock clock,
      JdbcTemplate jdbc,
      @LocalServerPort int port) {
    this.importer = importer;
    this.promises = promises;
    this.clock = clock;
    this.jdbc = jdbc;
    this.port = port;
  }

  /** Four promises, made on Monday, 2 March, at nine, due on the 12th, 10th, 11th and 13th. */
  @BeforeEach
  void promisesAreMade() {
    new Company()
        .add("top", null, "Board", "senior-officer")
        .add("ann", "top", "Sales", "")
        .add("al", "ann", "Sales", "")
        .add("bob", "top", "Billing", "")
        .add("bea", "bob", "Billing", "process-owner")
        .add("reviewer", "top", "Board", "communications")
        .importInto(importer);
    annToTop = promise("ann", Party.person("top"), "Call back within a day", 10, 7);
    bobToTop = promise("bob", Party.person("top"), "One bill a month", 8, 7);
    bobToAnn = promise("bob", Party.person("ann"), "<b>Señor</b> 🎉", 9, 8);
    topToBoard = promise("top", Party.department("board"), "Visit a customer a week", 11, 7);
  }

  @Test
  void withoutALoginItSaysHowToLogIn() {
    assertProblem(get("/api/promises", null), 401, "Log in with HTTP Basic");
    assertProblem(get("/api/promises/" + annToTop, "ann:wrong"), 401, "Log in with HTTP Basic");
  }

  @ParameterizedTest
  @CsvSource({
    "state=GONE, GONE",
    "page=-1, page must be",
    "size=101, size must be",
    "source=cascade, such as cascade:12",
    "source=:7, such as cascade:12",
    "source=cascade:seven, such as cascade:12",
    "source=cascade:99999999999999999999, such as cascade:12",
    "dueAfter=tomorrow, tomorrow",
    "dueBefore=2026-13-01T00:00:00Z, 2026-13-01T00:00:00Z",
  })
  void aFilterThatCannotBeIsRefusedWithWhatCan(String query, String said) {
    assertProblem(get("/api/promises?" + query), 400, said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"top:secret", "reviewer:secret", "bea:secret", "admin:admin-secret"})
  void officersCommunicationsProcessOwnersAndAdministratorsSeeAllOfIt(String login) {
    assertThat(ids("", login)).containsExactly(bobToTop, bobToAnn, annToTop, topToBoard);
    assertThat(get("/api/promises/" + bobToAnn, login).statusCode()).isEqualTo(200);
  }

  @Test
  void otherAccountsSeePromisesByThemAndToThem() {
    assertThat(ids("", "ann:secret")).containsExactly(bobToAnn, annToTop);
    assertThat(ids("?madeBy=bob", "ann:secret")).containsExactly(bobToAnn);
    assertThat(ids("?madeTo=top", "bob:secret")).containsExactly(bobToTop);
    assertThat(get("/api/promises/" + bobToAnn, "ann:secret").statusCode()).isEqualTo(200);
    assertProblem(get("/api/promises/" + bobToTop, "ann:secret"), 404, "that you may see");
  }

  @Test
  void anUnknownPromiseIsAnsweredWithWhereToFindTheOthers() {
    assertProblem(get("/api/promises/999999"), 404, "GET /api/promises lists those that are");
    assertProblem(get("/api/promises/mine"), 400, "mine");
  }

  @Test
  void eachFilterNarrowsTheList() {
    promises.kept(annToTop, Actor.of("ann"), "We call back in an hour now.");

    assertThat(ids("?state=OPEN")).containsExactly(bobToTop, bobToAnn, topToBoard);
    assertThat(ids("?state=KEPT&state=BROKEN")).containsExactly(annToTop);
    assertThat(ids("?state=KEPT,OPEN")).hasSize(4);
    assertThat(ids("?madeBy=bob")).containsExactly(bobToTop, bobToAnn);
    assertThat(ids("?madeTo=top")).containsExactly(bobToTop, annToTop);
    assertThat(ids("?madeTo=board")).containsExactly(topToBoard);
    assertThat(ids("?source=cascade:8")).containsExactly(bobToAnn);
    assertThat(ids("?dueAfter=2026-03-11T09:00:00Z&dueBefore=2026-03-13T09:00:00Z"))
        .containsExactly(bobToAnn, annToTop);
    assertThat(ids("?madeBy=bob&madeTo=top&state=OPEN&source=cascade:7")).containsExactly(bobToTop);
    assertThat(ids("?madeBy=nobody")).isEmpty();
    assertThat(ids("?madeBy=' or 1=1")).isEmpty();
  }

  @Test
  void theyComePageByPage() {
    var first = json(get("/api/promises?size=3"));
    assertThat(first.path("promises").findValuesAsText("what")).hasSize(3);
    assertThat(first.path("size").asInt()).isEqualTo(3);
    assertThat(ids("?page=1&size=3")).containsExactly(topToBoard);
    assertThat(ids("?page=1000000&size=100")).isEmpty();
  }

  @Test
  void aPromiseComesWithWhatHappenedToIt() {
    clock.moveBy(Duration.ofHours(1));
    promises.kept(bobToAnn, Actor.of("bob"), "“Done”, says <script>Bob</script>.");

    var history = json(get("/api/promises/" + bobToAnn));

    var promise = history.path("promise");
    assertThat(promise.path("madeBy").path("id").asText()).isEqualTo("bob");
    assertThat(promise.path("madeBy").path("name").asText()).isEqualTo("Name of bob");
    assertThat(promise.path("madeTo").path("kind").asText()).isEqualTo("PERSON");
    assertThat(promise.path("madeTo").path("name").asText()).isEqualTo("Name of ann");
    assertThat(promise.path("what").asText()).isEqualTo("<b>Señor</b> 🎉");
    assertThat(promise.path("due").asText()).isEqualTo("2026-03-11T09:00:00Z");
    assertThat(promise.path("state").asText()).isEqualTo("KEPT");
    assertThat(promise.path("source").path("kind").asText()).isEqualTo("cascade");
    assertThat(promise.path("source").path("id").asLong()).isEqualTo(8);
    assertThat(history.path("events").findValuesAsText("kind")).containsExactly("MADE", "KEPT");
    var kept = history.path("events").get(1);
    assertThat(kept.path("at").asText()).isEqualTo("2026-03-02T10:00:00Z");
    assertThat(kept.path("by").asText()).isEqualTo("bob");
    assertThat(kept.path("note").asText()).isEqualTo("“Done”, says <script>Bob</script>.");
  }

  @ParameterizedTest
  @EnabledIf("isPostgres")
  @ValueSource(
      strings = {
        "p.made_by = 'm7'",
        "p.made_to = 'm7'",
        "p.source_kind = 'cascade' and p.source_id = 7",
        "p.state in ('BROKEN')",
        "p.due_at >= timestamptz '2026-03-02 00:00Z' and p.due_at < timestamptz '2026-03-02 01:00Z'",
        "(p.made_by = 'm7' or p.made_to = 'm7' and p.made_to_kind = 'PERSON')",
      })
  void noFilterReadsTheWholeLedger(String condition) {
    jdbc.update(
        """
        insert into promise (made_by, made_to_kind, made_to, what, due_at, state, source_kind,
                             source_id, made_at)
        select 'm' || n % 5000, 'PERSON', 'm' || n % 4999, 'What', timestamptz '2026-01-01 00:00Z'
               + n * interval '10 minutes', case when n % 1000 = 0 then 'BROKEN' else 'KEPT' end,
               'cascade', n % 500, timestamptz '2026-01-01 00:00Z'
          from generate_series(1, 20000) n
        """);
    jdbc.execute("analyze promise");

    var plan =
        String.join(
            "\n",
            jdbc.queryForList(
                "explain select * from promise p where %s order by p.due_at, p.id fetch next 20 rows only"
                    .formatted(condition),
                String.class));

    assertThat(plan).doesNotContain("Seq Scan on promise");
  }

  static boolean isPostgres() {
    return TestDatabase.isPostgres();
  }

  private long promise(String by, Party to, String what, int days, long cascade) {
    var due = clock.instant().plus(Duration.ofDays(days));
    return promises
        .make(List.of(new NewPromise(by, to, what, due, new PromiseSource("cascade", cascade))))
        .get(0);
  }

  private List<Long> ids(String query) {
    return ids(query, "top:secret");
  }

  private List<Long> ids(String query, String login) {
    var answer = get("/api/promises" + query.replace(" ", "%20").replace("'", "%27"), login);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(json(answer).path("promises").spliterator(), false)
        .map(promise -> promise.path("id").asLong())
        .toList();
  }

  private HttpResponse<String> get(String path) {
    return get(path, "top:secret");
  }

  private HttpResponse<String> get(String path, String login) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (login != null) {
      request.header("Authorization", BasicLogin.header(login));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String said) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(json(answer).path("detail").asText()).contains(said);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
