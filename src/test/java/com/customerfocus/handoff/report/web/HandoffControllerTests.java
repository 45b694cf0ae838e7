package com.customerfocus.handoff.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Handoffs by the API, over HTTP, on Monday, 2 March 2026, at nine. */
@CustomerFocusTest
class HandoffControllerTests {

  private static final String PATH = "/api/handoffs";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Half a character survives as an escape only. */
  private static final ObjectWriter ESCAPED = JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private final HttpClient http = HttpClient.newHttpClient();
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final HandoffView texts;
  private final JdbcTemplate rows;
  private final Sweep lateClocks;
  private final int port;

  @Autowired
  HandoffControllerTests(
      OrganizationImporter importer,
      HandoffSteps steps,
      HandoffView texts,
      JdbcTemplate rows,
      @Qualifier("lateClocks") Sweep lateClocks,
      @LocalServerPort int port) {
    this.importer = importer;
    this.steps = steps;
    this.texts = texts;
    this.rows = rows;
    this.lateClocks = lateClocks;
    this.port = port;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
    new SampleCustomers(rows).lucia();
  }

  @Test
  void aCallStartsAHandoffOfTheCaller() {
    var request = HandoffSteps.request();
    request.put("need", "<script>alert(1)</script> 🚚 “van”");
    request.put("customer", "C-1");
    request.put("priority", "HIGH");

    var answer = ask("oscar", null, request);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var handoff = json(answer).path("handoff");
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/api/handoffs/" + handoff.path("id").asLong());
    assertThat(handoff.at("/requester/id").asText()).isEqualTo("oscar");
    assertThat(handoff.at("/requesterDepartment/name").asText()).isEqualTo("Order Desk");
    assertThat(handoff.at("/partnerDepartment/id").asText()).isEqualTo("logistics");
    assertThat(handoff.path("state").asText()).isEqualTo("REQUESTED");
    assertThat(handoff.path("customer").asText()).isEqualTo("C-1");
    assertThat(json(answer).path("need").asText()).isEqualTo(request.get("need"));
    assertThat(json(answer).at("/clocks/0/metric").asText()).isEqualTo("time-to-own");
    assertThat(json(answer).at("/clocks/0/rule").asText()).contains(": ");
    assertThat(json(answer).at("/turns/0/holder").asText()).isEqualTo("logistics");
    assertThat(answer.body()).doesNotContain("Lucía");
    assertThat(texts.handoffHtml(handoff.path("id").asLong())).doesNotContain("<script>");
  }

  @Test
  void theSameKeyAndBodyIsTheSameHandoff() {
    var first = ask("oscar", "key-1", HandoffSteps.request());
    var again = ask("oscar", "key-1", HandoffSteps.request());
    var other = HandoffSteps.request();
    other.put("need", "A lorry");

    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(first.headers().firstValue("Location"));
    assertProblem(ask("oscar", "key-1", other), 409, "You asked for something else");
    assertThat(ask("olga", "key-1", other).statusCode()).isEqualTo(201);
    assertThat(handoffs()).isEqualTo(2);
    assertProblem(ask("oscar", "two words", other), 400, "without spaces");
    assertProblem(ask("oscar", "k".repeat(101), other), 400, "1 to 100");
    assertThat(handoffs()).isEqualTo(2);
  }

  @Test
  void callsAtTheSameMomentAreOneHandoff() throws Exception {
    var pool = Executors.newFixedThreadPool(4);
    try {
      var calls = new ArrayList<Callable<HttpResponse<String>>>();
      for (var i = 0; i < 4; i++) {
        calls.add(() -> ask("oscar", "at-once", HandoffSteps.request()));
      }
      var statuses = new ArrayList<Integer>();
      for (var answer : pool.invokeAll(calls)) {
        statuses.add(answer.get().statusCode());
      }
      assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
    } finally {
      pool.shutdown();
    }
    assertThat(handoffs()).isEqualTo(1);
    assertThat(rows.queryForObject("select count(*) from service_turn", Integer.class))
        .isEqualTo(1);
  }

  static Map<String, Map<String, Object>> changes() {
    var changes = new HashMap<String, Map<String, Object>>();
    changes.put("takes no handoffs", Map.of("partner", "x".repeat(10_000)));
    changes.put("own department", Map.of("partner", "order-desk"));
    changes.put("at most", Map.of("need", "x".repeat(10_000)));
    changes.put("is not known", Map.of("owner", "luis"));
    changes.put("has a NUL", Map.of("need", "A\0B"));
    changes.put("half a character", Map.of("told", "\ud83d"));
    changes.put("need is not a text", Map.of("need", List.of("a")));
    changes.put("told is not a text", Map.of("told", 7));
    changes.put("not the number", Map.of("parent", "7"));
    changes.put("no promised handoff", Map.of("parent", 999_999));
    changes.put("Fill in the date", Map.of("wished", "<script>"));
    changes.put("is over", Map.of("wished", "2026-03-01T10:00"));
    changes.put("more than a year", Map.of("wished", "2036-03-01T10:00"));
    changes.put("priorities", Map.of("priority", "SOON"));
    changes.put("no customer with the reference", Map.of("customer", "' or 1=1"));
    changes.put("Say what you need", Map.of("need", " "));
    return changes;
  }

  static List<String> faults() {
    return changes().keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aBodyThatCannotBeIsRefusedInWordsAndNothingIsCreated(String said) {
    var request = HandoffSteps.request();
    request.putAll(changes().get(said));

    assertProblem(ask("oscar", "key-1", request), 400, said);
    assertThat(handoffs()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"no JSON | 400", "[] | 400", "'' | 400", "7 | 400", "{} | 400", "{\"need\" | 400"})
  void onlyAJsonObjectIsTaken(String body, int status) {
    var answer = send("oscar", "POST", PATH, "application/json", body);

    assertProblem(answer, status, "");
    assertThat(handoffs()).isZero();
  }

  @Test
  void aBodyOfOtherTypesOrSizesIsRefused() {
    assertProblem(send("oscar", "POST", PATH, "text/plain", "a"), 415, "");
    var large = "{\"need\":\"" + "x".repeat(200_000) + "\"}";
    assertThat(send("oscar", "POST", PATH, "application/json", large).statusCode()).isEqualTo(413);
    assertProblem(send(null, "POST", PATH, "application/json", "{}"), 401, "Log in");
    var admin = ask("admin", null, HandoffSteps.request());
    assertProblem(admin, 400, "You belong to no department");
    assertThat(handoffs()).isZero();
  }

  @Test
  void eachFilterNarrowsTheList() {
    var van = HandoffSteps.id(steps.accepted());
    var lorry = id(ask("olga", null, with("need", "A lorry", "priority", "URGENT")));
    var crane = id(ask("oscar", null, with("partner", "workshop", "customer", "C-1")));
    var part = id(ask("lena", null, with("partner", "workshop")));
    rows.update(
        "update handoff set requested_at = requested_at + interval '1' day where id = ?", part);

    assertThat(ids("boss", "")).containsExactlyInAnyOrder(van, lorry, crane, part);
    assertThat(ids("boss", "?sort=ID&descending=false")).containsExactly(van, lorry, crane, part);
    assertThat(ids("boss", "?sort=DUE&descending=false")).startsWith(van);
    assertThat(ids("boss", "?sort=DUE")).endsWith(van);
    assertThat(ids("boss", "?sort=ID&size=2&page=1")).containsExactly(lorry, van);
    assertThat(ids("boss", "?page=1000000&size=100")).isEmpty();
    assertThat(ids("boss", "?state=ACCEPTED&state=DECLINED")).containsExactly(van);
    assertThat(ids("boss", "?priority=URGENT")).containsExactly(lorry);
    assertThat(ids("boss", "?customer=C-1")).containsExactly(crane);
    assertThat(ids("boss", "?customer=C-2")).isEmpty();
    assertThat(ids("boss", "?person=luis")).containsExactly(van);
    assertThat(ids("boss", "?department=logistics&sort=ID")).containsExactly(part, lorry, van);
    assertThat(ids("boss", "?department=logistics&side=ASKED")).containsExactly(part);
    assertThat(ids("lars", "?side=PARTNER&sort=ID")).containsExactly(lorry, van);
    assertThat(ids("boss", "?dueAfter=2026-03-04T00:00:00Z")).containsExactly(van);
    assertThat(ids("boss", "?dueBefore=2026-03-04T00:00:00Z")).isEmpty();
    assertThat(ids("boss", "?requestedAfter=2026-03-03T00:00:00Z")).containsExactly(part);
    assertThat(ids("boss", "?requestedBefore=2026-03-03T00:00:00Z")).hasSize(3);
    assertThat(ids("boss", "?overdue=true")).isEmpty();
    assertThat(ids("boss", "?overdue=false")).hasSize(4);
    steps.at("2026-03-20T09:00:00Z");
    assertThat(ids("boss", "?overdue=true")).hasSize(4);
    assertThat(ids("boss", "?person=' or 1=1")).isEmpty();
  }

  @Test
  void whatABreachMailTellsOfIsOverdueAndItsEventHasAnIdOfItsOwn() {
    var handoff = steps.asked();
    var id = HandoffSteps.id(handoff);
    steps.say(handoff, "luis", "acceptHandoff", "PROPOSE_DATE", "date", "2026-03-10T12:00");
    steps.say(handoff, "oscar", "agreeOnDate", "AGREE_ON_DATE");
    steps.say(handoff, "oscar", "followHandoff", "CHANGE_PRIORITY", "priority", "HIGH");
    steps.say(
        handoff,
        "luis",
        "deliver",
        "GIVE_TO_COLLEAGUE",
        "colleague",
        "Lars",
        "note",
        "Lars knows the way to the mill.");
    steps.at("2026-03-10T12:00:00Z");
    lateClocks();
    assertThat(ids("boss", "?overdue=true")).isEmpty();
    steps.at("2026-03-10T12:00:01Z");
    lateClocks();
    assertThat(ids("boss", "?overdue=true")).containsExactly(id);
    steps.at("2026-03-20T12:00:01Z");
    lateClocks();

    var details = json(get("boss", "/" + id));
    var events = StreamSupport.stream(details.path("events").spliterator(), false).toList();
    assertThat(events).extracting(it -> it.path("id").asLong()).doesNotHaveDuplicates();
    assertThat(events)
        .filteredOn(it -> it.path("step").asText().equals("BREACH"))
        .extracting(
            it -> it.at("/late/metric").asText(),
            it -> it.at("/late/breaches").asInt(),
            it -> it.at("/late/department").asText(),
            it -> it.path("recipientName").asText())
        .containsExactly(
            tuple("time-to-deliver", 1, "Logistics", "Lena"),
            tuple("time-to-deliver", 2, "Logistics", "Boss"));
    assertThat(events)
        .filteredOn(it -> it.path("step").asText().equals("CHANGE_PRIORITY"))
        .extracting(it -> it.at("/priority/from").asText(), it -> it.at("/priority/to").asText())
        .containsExactly(tuple("NORMAL", "HIGH"));
    assertThat(events).extracting(it -> it.path("personName").asText()).contains("Lars");
    var extension = details.at("/clocks/2/extension");
    assertThat(extension.path("by").asText()).isEqualTo("oscar");
    assertThat(extension.path("why").asText()).isEqualTo("AGREE_ON_DATE");
    assertThat(texts.handoffHtml(id))
        .contains("changed the priority from Normal to High")
        .contains("gave it to Lars")
        .containsPattern("Logistics is out of time since [^(]*\\(to deliver\\); Lena was told")
        .containsPattern("\\(to deliver\\), and as much time again has passed; Boss was told");
  }

  private void lateClocks() {
    lateClocks.runSome().getAsBoolean();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=GONE",
        "side=BOTH",
        "overdue=perhaps",
        "dueAfter=tomorrow",
        "priority=1",
        "sort=name",
        "descending=down",
        "page=-1",
        "size=101",
        "department=%00",
        "customer=%00"
      })
  void aFilterThatCannotBeIsRefused(String query) {
    assertProblem(get("boss", "?" + query), 400, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /999999       |                   | No hay ningún encargo 999999
          POST | /999999/files | ''                | llamada «file»
          POST | ''            | [1]               | Envía un solo objeto JSON
          POST | ''            | {"partner": 1}    | El valor de partner no es un texto
          POST | ''            | {"colour": "red"} | La clave «colour» no se conoce
          POST | ''            | {"parent": "x"}   | El valor de parent
          """)
  void refusalsAreInTheLanguageOfTheRequest(String method, String path, String body, String words) {
    language = "es";
    var type = path.endsWith("files") ? MULTIPART : body == null ? null : "application/json";

    var answer = send("oscar", method, PATH + path, type, body == null ? "" : body);

    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void onlyThoseWhomItConcernsSeeAHandoff() {
    var handoff = steps.accepted();
    var id = HandoffSteps.id(handoff);

    for (var reader : List.of("oscar", "olga", "luis", "lars", "lena", "boss", "admin")) {
      assertThat(ids(reader, "")).as(reader).containsExactly(id);
      assertThat(get(reader, "/" + id).statusCode()).as(reader).isEqualTo(200);
    }
    for (var reader : List.of("wanda", "walt")) {
      assertThat(ids(reader, "")).isEmpty();
      assertProblem(get(reader, "/" + id), 404, "that you may see");
    }
    rows.update(
        "insert into handoff_follower (handoff_id, person_id, joined_at)"
            + " values (?, 'walt', current_timestamp)",
        id);
    assertThat(ids("walt", "")).containsExactly(id);
    assertProblem(get("oscar", "/999999"), 404, "that you may see");
    assertProblem(get("oscar", "/mine"), 400, "mine");
    rows.update("update department set head_id = 'wanda' where id = 'logistics'");
    assertThat(ids("wanda", "")).containsExactly(id);
  }

  @Test
  void aHandoffComesWithItsHistoryClocksAndTurns() {
    var handoff = steps.asked();
    var id = HandoffSteps.id(handoff);
    steps.at("2026-03-02T10:00:00Z");
    steps.say(handoff, "luis", "acceptHandoff", "ASK_BACK", "note", "How wide is the gate there?");
    steps.at("2026-03-02T11:00:00Z");
    steps.say(handoff, "oscar", "answerPartner", "ANSWER", "note", "Two metres and forty.");
    steps.accept(handoff);
    steps.handOn(handoff, "luis");

    var details = json(get("olga", "/" + id));

    assertThat(details.path("events").findValuesAsText("step"))
        .containsExactly("REQUEST", "ASK_BACK", "ANSWER", "ACCEPT", "HAND_ON");
    assertThat(details.path("clocks").findValuesAsText("metric"))
        .containsExactly("time-to-own", "time-to-answer", "time-to-deliver");
    assertThat(details.at("/clocks/0/result").asText()).isEqualTo("MET");
    assertThat(details.at("/clocks/0/target").asText()).matches("\\d+ (min|h|d)");
    assertThat(details.path("turns").findValuesAsText("holder"))
        .containsExactly("logistics", "order-desk", "logistics");
    assertThat(details.at("/parts/0/subject").asText()).isEqualTo("A frame for the pump");
    assertThat(details.path("files")).isEmpty();
  }

  @Test
  void aSideReadsTheOtherOnesRatingOnceBothHaveRated() {
    var handoff = steps.delivered();
    var id = HandoffSteps.id(handoff);
    steps.confirm(handoff);
    rate("PARTNER", 4);

    for (var reader : List.of("luis", "lars", "lena")) {
      assertThat(ratings(reader, id)).as(reader).containsExactly(4);
    }
    for (var reader : List.of("oscar", "olga", "boss")) {
      assertThat(ratings(reader, id)).as(reader).isEmpty();
    }
    rate("REQUESTER", 2);
    for (var reader : List.of("luis", "lena", "oscar", "olga", "boss")) {
      assertThat(ratings(reader, id)).as(reader).containsExactly(2, 4);
    }
    assertThat(json(get("olga", "/" + id)).at("/ratings/1/note").asText())
        .isEqualTo("<b>It went well.</b>");
  }

  private void rate(String side, int score) {
    rows.update(
        """
        update handoff_rating set rated_at = asked_at, rated_by = person_id, score = ?,
                                  note = '<b>It went well.</b>'
         where side = ?
        """,
        score,
        side);
  }

  private List<Integer> ratings(String reader, long id) {
    return StreamSupport.stream(
            json(get(reader, "/" + id)).withArray("ratings").spliterator(), false)
        .map(it -> it.path("score").asInt())
        .toList();
  }

  @Test
  void onlyThePartnerAsksForAPart() {
    var van = HandoffSteps.id(steps.accepted());
    var part = with("partner", "workshop");
    part.put("parent", van);

    for (var other : List.of("oscar", "olga", "boss")) {
      assertProblem(ask(other, null, part), 400, "There is no promised handoff " + van);
    }
    var stranger = with("partner", "order-desk");
    stranger.put("parent", van);
    assertProblem(ask("walt", null, stranger), 400, "There is no promised handoff " + van);
    assertThatThrownBy(() -> steps.ask("walt", stranger))
        .hasStackTraceContaining("There is no promised handoff " + van);
    assertThat(handoffs()).isOne();

    for (var own : List.of("luis", "lars", "lena")) {
      var answer = ask(own, null, part);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(json(answer).at("/handoff/requesterDepartment/id").asText())
          .isEqualTo("logistics");
    }
  }

  @ParameterizedTest
  @CsvSource({"false, luis", "true, lena"})
  void aPartThatAnAdministratorHandsOnIsAskedByThePartner(boolean isWithGroup, String requester) {
    var handoff = steps.accepted();
    if (isWithGroup) {
      steps.say(handoff, "luis", "deliver", "GIVE_BACK", "note", "I am on the road.");
    }
    steps.handOn(handoff, "admin");

    assertThat(
            rows.queryForObject(
                "select requester_id || ' ' || requester_department from handoff"
                    + " where parent_id is not null",
                String.class))
        .isEqualTo(requester + " logistics");
  }

  @Test
  void bothSidesExchangeFiles() {
    var handoff = steps.accepted();
    var id = HandoffSteps.id(handoff);

    var added = upload("oscar", id, "gate <b>&.txt", "Two metres");
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    var file = added.headers().firstValue("Location").orElseThrow();
    assertThat(upload("lars", id, "plan.txt", "x").statusCode()).isEqualTo(201);

    assertThat(json(get("oscar", "/" + id)).path("files").findValuesAsText("name"))
        .containsExactly("gate <b>&.txt", "plan.txt");
    for (var side : List.of("oscar", "olga", "luis", "lars")) {
      assertThat(send(side, "GET", file, null, "").body()).isEqualTo("Two metres");
    }
    for (var other : List.of("walt", "boss", "admin")) {
      assertThat(send(other, "GET", file, null, "").statusCode()).as(other).isEqualTo(404);
      assertProblem(upload(other, id, "a.txt", "a"), 404, "that you may see");
    }
    assertThat(texts.handoffHtml(id))
        .contains("href=\"/camunda" + file + "\"", "gate &lt;b&gt;&amp;.txt");
    assertProblem(upload("oscar", 999_999, "a.txt", "a"), 404, "that you may see");
    assertProblem(upload("oscar", id, "a.exe", "MZ"), 400, "");
    assertProblem(upload("oscar", id, "a.txt", ""), 400, "");
    assertProblem(upload("oscar", id, "a.txt", "x".repeat(5_000_001)), 400, "5");
    var without = send("oscar", "POST", PATH + "/" + id + "/files", MULTIPART, "--x--\r\n");
    assertProblem(without, 400, "");
    steps.deliver(handoff);
    steps.confirm(handoff);
    assertProblem(upload("oscar", id, "a.txt", "a"), 400, "is over");
  }

  @ParameterizedTest
  @EnabledIf("isPostgres")
  @ValueSource(
      strings = {
        "?state=DECLINED&sort=DUE&descending=false",
        "?department=workshop&side=PARTNER",
        "?department=workshop&side=ASKED&sort=DUE",
        "?department=workshop",
        "?person=p7",
        "?customer=C-1",
        "?dueAfter=2026-01-02T00:00:00Z&dueBefore=2026-01-03T00:00:00Z",
        "?requestedAfter=2026-01-02T00:00:00Z&requestedBefore=2026-01-03T00:00:00Z",
        "?priority=URGENT",
        "?overdue=true",
        "?sort=ID",
        "?sort=DUE",
        ""
      })
  void noPageReadsAllHandoffs(String query) {
    rows.update(
        """
        insert into handoff (subject, need, done_when, priority, requester_id,
                             requester_department, partner_department, state, wished_at, due_at,
                             owner_id, asked_times, requested_at)
        select 'S', 'N', 'D', case when n % 100 = 0 then 'URGENT' else 'NORMAL' end,
               'p' || n % 2000, 'd' || n % 50, 'd' || (n + 1 + n / 50 % 48) % 50,
               case when n % 500 = 0 then 'DECLINED' when n % 100 = 0 then 'ACCEPTED'
                    else 'CONFIRMED' end,
               timestamptz '2026-01-01 00:00Z',
               timestamptz '2026-01-01 00:00Z' + n * interval '5 minutes', 'p' || n % 1999, 1,
               timestamptz '2026-01-01 00:00Z' + n * interval '5 minutes'
          from generate_series(1, 20000) n
        """);
    for (var side : List.of("requester_department", "partner_department")) {
      rows.update("update handoff set %s = 'workshop' where %s = 'd7'".formatted(side, side));
    }
    rows.execute("vacuum analyze handoff");
    // For all 800 handoffs of a department PostgreSQL rather reads 20,000 short rows once.
    var isOnlyByReader = List.of("", "?sort=DUE", "?priority=URGENT").contains(query);
    for (var reader : isOnlyByReader ? List.of("boss") : List.of("boss", "walt")) {
      var before = scans();
      assertThat(get(reader, query).statusCode()).isEqualTo(200);
      assertThat(scans()).as(reader + query).isEqualTo(before);
    }
  }

  /** Sequential scans of the table so far, which the server's statistics count. */
  private long scans() {
    rows.execute("select pg_stat_force_next_flush()");
    return rows.queryForObject(
        "select seq_scan from pg_stat_user_tables where relname = 'handoff'", Long.class);
  }

  static boolean isPostgres() {
    return TestDatabase.isPostgres();
  }

  private static final String MULTIPART = "multipart/form-data; boundary=x";

  private HttpResponse<String> upload(String person, long id, String name, String content) {
    return send(
        person,
        "POST",
        PATH + "/" + id + "/files",
        MULTIPART,
        """
        --x\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --x--\r
        """
            .formatted(name, content));
  }

  private static Map<String, Object> with(String... values) {
    var request = HandoffSteps.request();
    for (var i = 0; i < values.length; i += 2) {
      request.put(values[i], values[i + 1]);
    }
    return request;
  }

  private int handoffs() {
    return rows.queryForObject("select count(*) from handoff", Integer.class);
  }

  private static long id(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).at("/handoff/id").asLong();
  }

  private List<Long> ids(String person, String query) {
    var answer = get(person, query.replace(" ", "%20").replace("'", "%27"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return StreamSupport.stream(json(answer).path("handoffs").spliterator(), false)
        .map(it -> it.path("id").asLong())
        .toList();
  }

  private HttpResponse<String> ask(String person, String key, Map<String, Object> request) {
    try {
      return send(
          person, "POST", PATH, "application/json", ESCAPED.writeValueAsString(request), key);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Of the requests, or null. */
  private String language;

  private HttpResponse<String> get(String person, String path) {
    return send(person, "GET", PATH + path, null, "");
  }

  private HttpResponse<String> send(
      String person, String method, String path, String type, String body) {
    return send(person, method, path, type, body, null);
  }

  private HttpResponse<String> send(
      String person, String method, String path, String type, String body, String key) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, type == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (person != null) {
      var password = "admin".equals(person) ? "admin-secret" : "secret";
      request.header("Authorization", BasicLogin.header(person + ":" + password));
    }
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (language != null) {
      request.header("Accept-Language", language);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
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
    assertThat(json(answer).path("detail").asText()).contains(said).hasSizeGreaterThan(15);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
