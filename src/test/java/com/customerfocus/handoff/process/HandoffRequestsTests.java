package com.customerfocus.handoff.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.TasklistUser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Tasklist sends about handoffs, and what people read whose page is out of date. */
@CustomerFocusTest
class HandoffRequestsTests {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final byte[] TEXT = "Türmaße".getBytes(StandardCharsets.UTF_8);

  private final HandoffSteps steps;
  private final JdbcTemplate jdbc;
  private final List<Sweep> sweeps;
  private final String address;

  @Autowired
  HandoffRequestsTests(
      HandoffSteps steps, JdbcTemplate jdbc, List<Sweep> sweeps, @LocalServerPort int port) {
    this.steps = steps;
    this.jdbc = jdbc;
    this.sweeps = sweeps;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer) {
    HandoffSteps.departments(importer);
  }

  @Test
  void ofTwoWhoAcceptTheOtherReadsWhoHasIt() throws Exception {
    var task = steps.task(steps.asked(), "acceptHandoff").getId();
    var accept = Map.<String, Object>of("decision", "ACCEPT", "date", "2026-03-04T16:00");

    assertThat(user("luis").complete(task, "word", accept).statusCode()).isEqualTo(204);

    assertThat(user("lars").complete(task, "word", accept))
        .satisfies(it -> refusal(it, "Luis has accepted this handoff"));
    assertThat(user("walt").complete(task, "word", accept).body()).doesNotContain("Luis");
  }

  @Test
  void aMemberReadsWhoHasClaimedTheTask() throws Exception {
    var task = steps.task(steps.asked(), "acceptHandoff").getId();
    assertThat(user("luis").claim(task).statusCode()).isEqualTo(204);

    assertThat(user("lars").claim(task)).satisfies(it -> refusal(it, "Luis"));
  }

  @Test
  void aTaskThatAMemberHasIsNotCompletedByAnother() throws Exception {
    var handoff = steps.asked();
    var task = steps.task(handoff, "acceptHandoff").getId();
    var accept = Map.<String, Object>of("decision", "ACCEPT", "date", "2026-03-04T16:00");
    assertThat(user("luis").claim(task).statusCode()).isEqualTo(204);

    for (var unfit : List.of(accept, Map.<String, Object>of("decision", "DANCE"))) {
      assertThat(user("lars").complete(task, "word", unfit))
          .satisfies(it -> refusal(it, "Luis has taken this task already"))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(409);
    }
    assertThat(user("walt").complete(task, "word", accept).body()).doesNotContain("Luis");
    var give =
        Map.<String, Object>of(
            "decision", "GIVE_TO_COLLEAGUE", "colleague", "lars", "note", "Lars has the van.");
    assertThat(user("luis").complete(task, "word", give).statusCode()).isEqualTo(204);

    var given = steps.task(handoff, "acceptHandoff").getId();
    assertThat(user("luis").complete(given, "word", accept))
        .satisfies(it -> refusal(it, "Lars has taken this task already"));
    assertThat(user("lars").complete(given, "word", accept).statusCode()).isEqualTo(204);
    assertThat(user("luis").complete(deliver(handoff), "word", Map.of("decision", "DELIVER")))
        .satisfies(it -> refusal(it, "Lars has taken this task already"));
  }

  @Test
  void theHeadGivesLateWorkToAnotherMemberAndDoesNothingElseWithIt() throws Exception {
    var handoff = steps.accepted();
    var give =
        Map.<String, Object>of(
            "decision", "GIVE_TO_COLLEAGUE", "colleague", "lars", "note", "Lars has the van.");
    assertThat(user("lena").complete(deliver(handoff), "word", give))
        .satisfies(it -> refusal(it, "Luis has taken this task already"));
    steps.at("2026-03-04T16:00:00Z");

    assertThat(user("lars").complete(deliver(handoff), "word", give))
        .satisfies(it -> refusal(it, "Luis has taken this task already"));
    var delivered = Map.<String, Object>of("decision", "DELIVER", "note", "The pump is there now.");
    assertThat(user("lena").complete(deliver(handoff), "word", delivered))
        .satisfies(it -> refusal(it, "Only the person who has this handoff now"));
    assertThat(user("lena").complete(deliver(handoff), "word", give).statusCode()).isEqualTo(204);

    assertThat(steps.task(handoff, "deliver").getAssignee()).isEqualTo("lars");
  }

  @Test
  void whoIsToldForTheHeadOpensTheLateTaskAndGivesItToAnotherMember() throws Exception {
    jdbc.update(
        """
        insert into absence (person_id, from_day, until_day, from_at, until_at, source, recorded_at)
        values ('lena', date '2026-03-02', date '2026-03-06',
                timestamp with time zone '2026-03-02 00:00:00Z',
                timestamp with time zone '2026-03-07 00:00:00Z', 'FILE', current_timestamp)
        """);
    var handoff = steps.accepted();
    var give =
        Map.<String, Object>of(
            "decision", "GIVE_TO_COLLEAGUE", "colleague", "lars", "note", "Lars has the van.");
    steps.at("2026-03-05T16:59:00Z");
    assertThat(user("boss").groupTask("deliver")).isEmpty();
    assertThat(user("boss").complete(deliver(handoff), "word", give).statusCode()).isEqualTo(403);

    tellBreaches();

    assertThat(user("boss").taskOf(handoff.getId(), "deliver")).contains(deliver(handoff));
    for (var filter : List.of("handoffs-to-deliver", "handoffs-overdue")) {
      assertThat(user("boss").open(filter)).isEqualTo(1);
      assertThat(user("lars").open(filter)).as("a member").isEqualTo(1);
      assertThat(user("wanda").open(filter)).as("another head").isZero();
    }
    assertThat(user("boss").form(deliver(handoff)).statusCode()).isEqualTo(200);
    assertThat(user("boss").complete(deliver(handoff), "word", give).statusCode()).isEqualTo(204);
    assertThat(steps.task(handoff, "deliver").getAssignee()).isEqualTo("lars");
    assertThat(user("boss").taskOf(handoff.getId(), "deliver")).contains(deliver(handoff));
    assertThat(user("wanda").taskOf(handoff.getId(), "deliver")).isEmpty();
    steps.say(handoff, "lars", "deliver", "DELIVER", "note", "The pump stands in the mill now.");
    steps.reopen(handoff);
    assertThat(user("boss").taskOf(handoff.getId(), "deliver")).as("it is not late").isEmpty();
  }

  private void tellBreaches() {
    sweeps.stream()
        .filter(sweep -> sweep.name().equals("clocks"))
        .forEach(sweep -> sweep.runSome().getAsBoolean());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"variables\":{}}"})
  void withoutAChoiceNothingIsPromised(String nothing) {
    var handoff = steps.asked();
    assertThat(send("luis", steps.task(handoff, "acceptHandoff"), nothing))
        .allSatisfy(it -> refusal(it, "Choose what you want to do."));
    steps.say(handoff, "luis", "acceptHandoff", "PROPOSE_DATE", "date", "2026-03-06T16:00");
    assertThat(send("oscar", steps.task(handoff, "agreeOnDate"), nothing))
        .allSatisfy(it -> refusal(it, "Choose what you want to do."));
    assertThat(send("oscar", steps.task(handoff, "followHandoff"), nothing))
        .allSatisfy(it -> refusal(it, "Choose what you want to do."));
    assertThat(send("walt", steps.task(handoff, "followHandoff"), nothing))
        .allSatisfy(it -> assertThat(it.body()).doesNotContain("Choose"))
        .extracting(HttpResponse::statusCode)
        .containsOnly(403);

    assertThat(steps.open(handoff)).containsExactly("agreeOnDate", "followHandoff");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"variables\":{}}"})
  void withoutAChoiceNothingIsAnsweredOrDelivered(String nothing) {
    var handoff = steps.asked();
    steps.say(handoff, "luis", "acceptHandoff", "ASK_BACK", "note", "How wide is the gate there?");
    assertThat(send("oscar", steps.task(handoff, "answerPartner"), nothing))
        .allSatisfy(it -> refusal(it, "Choose what you want to do."));
    steps.say(handoff, "oscar", "answerPartner", "ANSWER", "note", "Two metres and forty.");
    steps.accept(handoff);
    assertThat(send("luis", steps.task(handoff, "deliver"), nothing))
        .allSatisfy(it -> refusal(it, "Choose what you want to do."));

    assertThat(steps.open(handoff)).containsExactly("deliver", "followHandoff");
  }

  private List<HttpResponse<String>> send(String user, Task task, String body) {
    return Stream.of("submit-form", "complete")
        .map(
            way ->
                login(user)
                    .send(
                        "POST",
                        HttpBrowser.ENGINE + "/task/%s/%s".formatted(task.getId(), way),
                        HttpBrowser.JSON,
                        body))
        .toList();
  }

  private String deliver(ProcessInstance handoff) {
    return steps.task(handoff, "deliver").getId();
  }

  @Test
  void aPartnerWithAnOpenPageReadsWhoWithdrewTheHandoffAndWhen() throws Exception {
    var handoff = steps.asked();
    var task = steps.task(handoff, "acceptHandoff").getId();
    steps.say(
        handoff, "oscar", "followHandoff", "WITHDRAW", "note", "The mill has found another way.");

    assertThat(
            user("luis")
                .complete(task, "word", Map.of("decision", "ACCEPT", "date", "2026-03-04T16:00")))
        .satisfies(it -> refusal(it, "Óscar has withdrawn this handoff (2 Mar 2026"));
  }

  @Test
  void filesOfTheStartFormAreForBothSidesOnly() {
    var started = start("Türmaße año.txt", TEXT);
    assertThat(started.statusCode()).as(started.body()).isEqualTo(200);

    var file =
        "/camunda/api/attachments/"
            + jdbc.queryForObject(
                "select id from attachment where subject_kind = 'handoff'", Long.class);
    for (var reader : new String[] {"oscar", "luis", "lena"}) {
      assertThat(login(reader).send("GET", file, null, null).body()).isEqualTo("Türmaße");
    }
    for (var other : new String[] {"walt", "wanda"}) {
      assertThat(login(other).send("GET", file, null, null).statusCode()).isEqualTo(404);
    }
    assertThat(
            jdbc.queryForObject(
                "select count(*) from ACT_RU_VARIABLE where NAME_ like 'file%'", Integer.class))
        .isZero();
  }

  @Test
  void aDisguisedFileStartsNothing() {
    var started = start("offer.pdf", new byte[] {'M', 'Z', 0, 1});

    assertThat(started.statusCode()).isEqualTo(400);
    assertThat(started.body()).contains("offer.pdf");
    assertThat(jdbc.queryForObject("select count(*) from handoff", Integer.class)).isZero();
  }

  private HttpResponse<String> start(String file, byte[] content) {
    var variables = new HashMap<String, Object>();
    variables.put("handoffRequest", Map.of("type", "Json", "value", json(HandoffSteps.request())));
    variables.put("file1", file(file, content));
    // What Tasklist sends for a field without a file.
    variables.put("file2", file("", new byte[0]));
    return login("oscar")
        .send(
            "POST",
            HttpBrowser.ENGINE + "/process-definition/key/partner-handoff/submit-form",
            HttpBrowser.JSON,
            json(Map.of("variables", variables)));
  }

  private static Map<String, Object> file(String name, byte[] content) {
    return Map.of(
        "type", "File",
        "value", Base64.getEncoder().encodeToString(content),
        "valueInfo", Map.of("filename", name));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void refusal(HttpResponse<String> answer, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    assertThat(answer.body()).contains(words);
  }

  private TasklistUser user(String id) throws Exception {
    return new TasklistUser(address, id, "secret");
  }

  private LoggedIn login(String id) {
    return new LoggedIn(address, id, "secret");
  }
}
