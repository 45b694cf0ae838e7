package com.customerfocus.engine.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.access.NotAllowedException;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.LoggedIn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Forged requests with a real login that no page of Tasklist sends: Ana, a manager, and Olga, a
 * senior officer, try more than they may.
 */
@CustomerFocusTest
class RequestsBeyondFormsTests {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENGINE = "/camunda/api/engine/engine/default";

  /** Ids that steps act on, and values that only the program sets. */
  private static final List<String> NOT_OF_THE_FORM =
      List.of(
          "briefingId",
          "cascadeId",
          "promiseId",
          "questionId",
          "absenceId",
          "importId",
          "escalationId",
          "launcherId",
          "managerId",
          "reporterId",
          "importerId",
          "decision",
          "memoReady",
          "teamHasAcknowledged",
          "actorActsFor",
          "actorIsEntrusted",
          "personInCharge",
          "anything at all");

  private final ProcessEngine engine;
  private final CascadeSteps cascadeSteps;
  private final String address;

  private long cascade;
  private Task anasTask;

  RequestsBeyondFormsTests(
      @Autowired ProcessEngine engine,
      @Autowired CascadeSteps cascadeSteps,
      @LocalServerPort int port) {
    this.engine = engine;
    this.cascadeSteps = cascadeSteps;
    this.address = "http://localhost:" + port;
  }

  /** A running memo: Ana and Fred have to brief their teams. */
  @BeforeEach
  void aMemoOnItsWay(@Autowired OrganizationImporter importer) {
    Company.twoTeams().importInto(importer);
    cascade = cascadeSteps.launchAndRelease("olga", "com");
    cascadeSteps.brief("olga", List.of("ana", "fred"));
    cascadeSteps.runJobs();
    anasTask = cascadeSteps.briefingOf("ana").orElseThrow();
  }

  @Test
  void whatTheFormDoesNotDeclareIsNotTaken() {
    var extra = Map.of("type", "String", "value", "fred");
    var ana = logIn("ana");

    for (var name : NOT_OF_THE_FORM) {
      var body = body(Map.of("briefing", heldToday(), name, extra));
      for (var way : List.of("submit-form", "complete")) {
        var answer = ana.post("/task/" + anasTask.getId() + "/" + way, body);

        assertThat(answer.statusCode()).as(way + answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("The form has no field \\\"" + name + "\\\".");
      }
    }
    assertThat(cascadeSteps.briefingOf("ana")).isPresent();
    assertThat(cascadeSteps.briefingOf("fred")).isPresent();
    assertThat(briefed("gil")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "es-ES,es;q=0.9,en;q=0.8 | Indica el día de la reunión.",
        "es                      | Indica el día de la reunión.",
        "en-GB,es;q=0.5          | Fill in the day of the briefing.",
        "fr                      | Fill in the day of the briefing.",
        "                        | Fill in the day of the briefing."
      })
  void refusalsAreInTheLanguageOfTheBrowser(String languages, String refusal) {
    var answer =
        logIn("ana")
            .speaking(languages)
            .post(
                "/task/" + anasTask.getId() + "/submit-form",
                body(Map.of("briefing", Map.of("type", "Json", "value", "{}"))));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(refusal);
  }

  @Test
  void noTagThatAManagerTypedReachesTasklistInARefusal() {
    var answer =
        logIn("ana")
            .post(
                "/task/" + anasTask.getId() + "/submit-form",
                body(
                    Map.of(
                        "briefing",
                        Map.of(
                            "type",
                            "Json",
                            "value",
                            "{\"present\":[\"<b>joe\"],\"heldOn\":\"2026-03-02\"}"))));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("Not in your team: ‹b›joe.");
  }

  @Test
  void aSpanishBrowserGetsEachKindOfRefusalInSpanish() {
    var spanish = logIn("ana").speaking("es-ES");

    assertThat(
            spanish
                .post(
                    "/task/" + anasTask.getId() + "/submit-form",
                    body(Map.of("managerId", Map.of("type", "String", "value", "fred"))))
                .body())
        .contains("El formulario no tiene ningún campo «managerId».");
    assertThat(
            spanish
                .post(
                    "/task/" + anasTask.getId() + "/submit-form",
                    body(Map.of("briefing", Map.of("type", "String", "value", "text"))))
                .body())
        .contains("«briefing» no es un objeto JSON.");
    assertThat(spanish.post("/task/no-such-task/claim", "{\"userId\":\"ana\"}").body())
        .contains("Esta tarea ya está hecha");
    assertThat(spanish.post("/task", " ".repeat(2_000_000)).body())
        .contains("La petición es demasiado grande");
  }

  private static final String OTHER_KINDS =
      """
          {"type":"Object","value":"{}","valueInfo":{"objectTypeName":"java.io.File"}}
          {"type":"Object","value":"rO0AB","valueInfo":{"serializationDataFormat":"application/x-java-serialized-object"}}
          {"type":"Xml","value":"<a/>"}
          {"type":"String","value":{"a":1}}
          {"type":"String","value":"text","local":true}
          {"type":"Integer","value":5}
          {"type":"String","value":"text"}
          {"type":"Json","value":"[]"}
          {"type":"Json","value":"{"}
          {"type":"Json","value":"null"}
          {"type":"Json","value":null}
          {"type":"Json","value":"{\\"present\\":5}"}
          {"type":"Json","value":"{\\"heldOn\\":{\\"a\\":1}}"}
          {"type":"File","value":"AAAA","valueInfo":{"filename":"x"}}
          {"type":"Null"}
          5
          null
      """;

  @Test
  void anotherKindThanTheFormDeclaresIsNotTaken() {
    var ana = logIn("ana");

    assertThat(OTHER_KINDS.lines())
        .allSatisfy(
            field -> {
              var answer =
                  ana.post(
                      "/task/" + anasTask.getId() + "/submit-form",
                      "{\"variables\":{\"briefing\":" + field.strip() + "}}");
              assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            });
    assertThat(cascadeSteps.briefingOf("ana")).isPresent();
  }

  @Test
  void whatTheFormDeclaresIsTaken() {
    var answer =
        logIn("ana")
            .post(
                "/task/" + anasTask.getId() + "/submit-form",
                body(Map.of("briefing", heldToday())));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(briefed("bea")).isOne();
  }

  @Test
  void aTaskOfAnotherTellsNothingOfItsForm() {
    var freds = cascadeSteps.briefingOf("fred").orElseThrow();

    for (var body : List.of(body(Map.of("x", heldToday())), body(Map.of()), "{}")) {
      assertThat(logIn("ana").post("/task/" + freds.getId() + "/submit-form", body).statusCode())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"variables":{"memo":MEMO},"startInstructions":[{"type":"startBeforeActivity","activityId":"openCascade"}]}
          {"variables":{"memo":MEMO},"businessKey":"CASCADE"}
          {"variables":{"memo":MEMO},"skipCustomListeners":true}
          {"variables":{"memo":MEMO},"skipIoMappings":true}
          {"variables":{"memo":MEMO},"caseInstanceId":"1"}
          {"variables":{"memo":MEMO},"withVariablesInReturn":true}
          """)
  void aStartSaysNothingButItsForm(String template) {
    var body =
        template
            .replace("MEMO", json(field(CascadeSteps.memo())))
            .replace("CASCADE", String.valueOf(cascade));

    for (var way : List.of("start", "submit-form")) {
      var answer = logIn("olga").post("/process-definition/key/memo-cascade/" + way, body);

      assertThat(answer.statusCode()).as(way + answer.body()).isEqualTo(403);
    }
    assertThat(cascadeSteps.count("select count(*) from cascade")).isOne();
  }

  @Test
  void aStartTakesNoVariableButThoseOfItsForm() {
    var memo = field(CascadeSteps.memo());
    for (var name : List.of("cascadeId", "launcherId", "memoReady", "decision")) {
      var extra = Map.of("type", "String", "value", String.valueOf(cascade));
      var answer =
          logIn("olga")
              .post(
                  "/process-definition/key/memo-cascade/submit-form",
                  body(Map.of("memo", memo, name, extra)));

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains(name);
    }
    assertThat(
            logIn("ana")
                .post(
                    "/process-definition/key/person-absence/submit-form",
                    body(
                        Map.of(
                            "absence",
                            field(Map.of("kind", "back")),
                            "absenceId",
                            Map.of("type", "Long", "value", 1))))
                .statusCode())
        .isEqualTo(400);
    assertThat(cascadeSteps.count("select count(*) from cascade")).isOne();
  }

  @Test
  void noWayIntoTheEngineStartsInTheMiddle() {
    var runtime = engine.getRuntimeService();

    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(
            () ->
                cascadeSteps.as(
                    "olga",
                    () ->
                        runtime
                            .createProcessInstanceByKey("memo-cascade")
                            .startBeforeActivity("openCascade")
                            .execute()));
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(
            () ->
                cascadeSteps.as(
                    "olga",
                    () ->
                        runtime
                            .createProcessInstanceByKey("memo-cascade")
                            .businessKey(String.valueOf(cascade))
                            .execute()));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                cascadeSteps.as(
                    "olga",
                    () ->
                        runtime.startProcessInstanceByKey(
                            "memo-cascade", Map.of("cascadeId", cascade))));
  }

  private static final String NO_PAGE_SENDS =
      """
      POST   | /task/TASK/bpmnError                       | {"errorCode":"x"}
      POST   | /task/TASK/bpmnEscalation                  | {"escalationCode":"x"}
      POST   | /task/TASK/resolve                         | {"variables":{}}
      POST   | /task/TASK/delegate                        | {"userId":"fred"}
      POST   | /task/TASK/assignee                        | {"userId":"fred"}
      POST   | /task/TASK/unclaim                         | {}
      POST   | /task/TASK/claim                           | {"userId":"fred"}
      POST   | /task/TASK/identity-links                  | {"userId":"fred","type":"candidate"}
      PUT    | /task/TASK                                 | {"name":"x"}
      DELETE | /task/TASK                                 | {}
      PUT    | /task/TASK/variables/briefingId            | {"value":1}
      POST   | /task/TASK/variables                       | {"modifications":{}}
      PUT    | /task/TASK/localVariables/personInCharge   | {"value":"fred"}
      POST   | /task/TASK/localVariables                  | {"modifications":{}}
      GET    | /task/TASK/variables                       |
      POST   | /task/create                               | {"name":"x"}
      POST   | /external-task/fetchAndLock                | {"workerId":"x","maxTasks":1,"topics":[]}
      POST   | /process-instance/INSTANCE/modification    | {"instructions":[]}
      POST   | /process-instance/INSTANCE/variables       | {"modifications":{}}
      PUT    | /process-instance/INSTANCE/variables/x     | {"value":1}
      DELETE | /process-instance/INSTANCE                 |
      PUT    | /process-instance/INSTANCE/suspended       | {"suspended":true}
      POST   | /process-instance/delete                   | {"processInstanceIds":["INSTANCE"]}
      POST   | /execution/INSTANCE/signal                 | {}
      POST   | /message                                   | {"messageName":"briefing.held"}
      POST   | /signal                                    | {"name":"x"}
      POST   | /condition                                 | {"variables":{}}
      POST   | /deployment/create                         | {}
      POST   | /migration/execute                         | {}
      POST   | /modification/execute                      | {}
      POST   | /decision-definition/key/x/evaluate        | {}
      POST   | /identity/verify                           | {"username":"fred","password":"x"}
      GET    | /identity/groups?userId=fred               |
      GET    | /user                                      |
      GET    | /user/fred/profile                         |
      DELETE | /user/ana                                  |
      PUT    | /user/ana/profile                          | {"id":"ana","firstName":"X"}
      GET    | /group?member=fred                         |
      GET    | /authorization                             |
      POST   | /authorization/create                      | {"type":0}
      POST   | /filter/create                             | {}
      GET    | /batch                                     |
      GET    | /metrics                                   |
      GET    | /schema/log                                |
      POST   | /history/cleanup                           | {}
      GET    | /history/process-instance                  |
      GET    | /telemetry/data                            |
      PATCH  | /task/TASK                                 | {}
      """;

  @Test
  void whatNoPageSendsIsForAdministrators() {
    var ana = logIn("ana");

    assertThat(NO_PAGE_SENDS.lines())
        .allSatisfy(
            line -> {
              var request = line.strip().split("\\s*\\|\\s*", 3);
              var path =
                  request[1]
                      .replace("TASK", anasTask.getId())
                      .replace("INSTANCE", anasTask.getProcessInstanceId());
              var body = request.length < 3 || request[2].isEmpty() ? null : request[2];
              var type = body == null ? null : "application/json";
              var answer = ana.send(request[0], ENGINE + path, type, body);
              assertThat(answer.statusCode()).as(answer.body()).isIn(403, 405);
            });
    assertThat(cascadeSteps.briefingOf("ana").map(Task::getProcessInstanceId))
        .contains(anasTask.getProcessInstanceId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/setup/default/user/create", "/plugin/adminPlugins/x", "/user/x"})
  void theAdministrationIsForAdministrators(String path) {
    assertThat(
            logIn("ana")
                .send("POST", "/camunda/api/admin" + path, "application/json", "{}")
                .statusCode())
        .isIn(403, 404);
  }

  @Test
  void aFieldThatStandsTwiceIsNotReadTwoWays() {
    var twice = "{\"variables\":{},\"variables\":" + json(Map.of("x", field(Map.of()))) + "}";

    assertThat(logIn("ana").post("/task/" + anasTask.getId() + "/submit-form", twice).statusCode())
        .isEqualTo(400);
    assertThat(
            logIn("ana")
                .post("/task/" + anasTask.getId() + "/submit-form", "{} {\"variables\":{}}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void noRequestInstantiatesAClass() {
    var file =
        """
        --b\r
        Content-Disposition: form-data; name="data"\r
        Content-Type: application/json\r
        \r
        {}\r
        --b\r
        Content-Disposition: form-data; name="type"\r
        Content-Type: text/plain\r
        \r
        %s\r
        --b--\r
        """
            .formatted(BuiltByRequest.class.getName());
    for (var path :
        List.of("/task/none/variables/y/data", "/task/" + anasTask.getId() + "/variables/y/data")) {
      assertThat(
              logIn("ana")
                  .send("POST", ENGINE + path, "multipart/form-data; boundary=b", file)
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              administrator()
                  .send("POST", ENGINE + path, "multipart/form-data; boundary=b", file)
                  .statusCode())
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(BuiltByRequest.built).isFalse();
  }

  /** Stands for a class whose constructor or setters do harm. */
  public static class BuiltByRequest {

    private static boolean built;

    /** Set when a request has instantiated it. */
    public BuiltByRequest() {
      built = true;
    }
  }

  @Test
  void administratorsMaySetWhatNoFormDeclares() {
    var answer =
        administrator()
            .post(
                "/task/" + anasTask.getId() + "/submit-form",
                body(Map.of("briefing", heldToday(), "x", Map.of("type", "String", "value", "y"))));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    // Steps use the instance's own ids, not those sent.
    assertThat(briefed("bea")).isOne();
    assertThat(briefed("gil")).isZero();
  }

  @Test
  void evenAnAdministratorsVariableDoesNotTurnATaskToAnotherBriefing() {
    var freds =
        cascadeSteps.count(
            "select id from briefing where cascade_id = ? and manager_id = 'fred'", cascade);

    administrator()
        .post(
            "/task/" + anasTask.getId() + "/submit-form",
            body(
                Map.of(
                    "briefing", heldToday(),
                    "briefingId", Map.of("type", "Long", "value", freds))));

    assertThat(cascadeSteps.briefingOf("fred")).isPresent();
    assertThat(briefed("bea")).isOne();
  }

  @Test
  void whatOurServicesRefuseIsTheSendersMistake() {
    var answer =
        logIn("ana")
            .post(
                "/task/" + anasTask.getId() + "/submit-form",
                body(Map.of("briefing", field(Map.of("present", List.of())))));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("Fill in the day of the briefing.");
  }

  @Test
  void beforeTheLoginTheInterfaceAnswersNothing() {
    var outside = new LoggedIn(address);

    for (var path :
        List.of("/task", "/filter", "/process-definition", "/user", "/task/x/complete")) {
      assertThat(outside.get(path).statusCode()).as(path).isEqualTo(401);
    }
  }

  private static final String NOT_UNDERSTOOD =
      """
      /task                     | {"orQueries":[null]}
      /task                     | {"taskVariables":[null]}
      /task                     | {"taskVariables":[{"name":"x"}]}
      /task                     | {"processVariables":[{"name":"x","operator":"eq","value":{"a":1}}]}
      /task                     | {"sorting":[null]}
      /task                     | {"sorting":[{"sortBy":"processVariable","sortOrder":"asc"}]}
      /task                     | {"candidateGroups":[]}
      /task/count               | {"assigneeIn":[null]}
      /task                     | {"candidateGroup":"a","candidateUser":"b"}
      /task                     | {"includeAssignedTasks":true}
      /task                     | null
      /task                     |
      /filter/my-tasks/list     | {"orQueries":[null]}
      /filter/my-tasks/count    | {"taskIdIn":[null]}
      /identity/password-policy | {}
      /identity/password-policy | {"password":null}
      /process-definition/key/person-absence/submit-form | {}
      /process-definition/key/person-absence/submit-form | {"variables":null}
      /process-definition/key/person-absence/submit-form | {"businessKey":null}
      """;

  @Test
  void whatIsNotUnderstoodIsTheSendersMistake() {
    var ana = logIn("ana");

    try (var log = new LogLines()) {
      assertThat(NOT_UNDERSTOOD.lines())
          .allSatisfy(
              line -> {
                var request = line.strip().split("\\s*\\|\\s*", 2);
                var answer = ana.post(request[0], request.length < 2 ? "" : request[1]);
                assertThat(answer.statusCode()).as(line + answer.body()).isEqualTo(400);
              });
      assertThat(log.all()).hasSizeLessThanOrEqualTo((int) NOT_UNDERSTOOD.lines().count());
    }
    assertThat(
            new LoggedIn(address)
                .send(
                    "POST",
                    "/camunda/api/admin/auth/user/default/login/tasklist",
                    "application/json",
                    "{}")
                .statusCode())
        .isIn(403, 415);
  }

  @Test
  void whatTheFieldsOfAFormSayIsTheSendersMistakeToo() {
    var ana = logIn("ana");

    for (var briefing :
        List.of(
            "{\"heldOn\":\"2026-03-02\",\"present\":[null]}",
            "{\"heldOn\":\"+999999999-01-01\",\"present\":[\"bea\"]}",
            "{\"heldOn\":\"2026-03-02\",\"commitments\":{\"what\":\"x\",\"due\":\"+999999999-12-31\"}}")) {
      var field = Map.<String, Object>of("type", "Json", "value", briefing);
      var answer =
          ana.post("/task/" + anasTask.getId() + "/submit-form", body(Map.of("briefing", field)));

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }
    var absence =
        field(Map.of("kind", "away", "from", "+999999999-01-01", "until", "+999999999-01-02"));
    assertThat(
            ana.post(
                    "/process-definition/key/person-absence/submit-form",
                    body(Map.of("absence", absence)))
                .statusCode())
        .isEqualTo(400);
    assertThat(cascadeSteps.briefingOf("ana")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"what\":\"zz\",\"reason\":\"x\"}", "{\"reason\":\"x\"}", "{}"})
  void aMemoIsNotWithdrawnByAChoiceThatThereIsNot(String intervention) {
    var olga = logIn("olga");
    var follow =
        engine.getTaskService().createTaskQuery().taskDefinitionKey("followCascade").singleResult();
    var field = Map.<String, Object>of("type", "Json", "value", intervention);

    var answer =
        olga.post("/task/" + follow.getId() + "/complete", body(Map.of("intervention", field)));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(cascadeSteps.count("select count(*) from cascade where state = 'RUNNING'")).isOne();
  }

  @Test
  void anAddressWrittenOtherwiseIsRefused() {
    var ways =
        List.of(
            "/camunda/%61pi/engine/engine/default/user",
            "/%63amunda/api/engine/engine/default/user",
            "/camunda/api//engine/engine/default/user",
            "/camunda/ap%69/engine/engine/default/task",
            "/camunda/api/engine/../engine/engine/default/user",
            "/camunda/api/engine;x=1/engine/default/user",
            "/CAMUNDA/api/engine/engine/default/user");

    for (var who : List.of(new LoggedIn(address), logIn("ana"))) {
      assertThat(ways)
          .allSatisfy(
              way ->
                  assertThat(who.send("GET", way, null, null).statusCode())
                      .as(way)
                      .isIn(400, 401, 403, 404));
    }
  }

  private long briefed(String person) {
    return cascadeSteps.count(
        "select count(*) from receipt where cascade_id = ? and person_id = ? and state = 'BRIEFED'",
        cascade,
        person);
  }

  private static Map<String, Object> heldToday() {
    return field(Map.of("heldOn", "2026-03-02", "present", List.of("bea")));
  }

  private static Map<String, Object> field(Map<String, Object> fields) {
    return Map.of("type", "Json", "value", json(fields));
  }

  private static String body(Map<String, Object> variables) {
    return json(Map.of("variables", variables));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private LoggedIn logIn(String id) {
    return new LoggedIn(address, id, "secret");
  }

  private LoggedIn administrator() {
    return new LoggedIn(address, "admin", "admin-secret");
  }
}
