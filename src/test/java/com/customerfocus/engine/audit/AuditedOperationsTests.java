package com.customerfocus.engine.audit;

import static com.customerfocus.testing.SampleAccounts.ANA;
import static com.customerfocus.testing.SampleAccounts.BEN;
import static com.customerfocus.testing.SampleAccounts.DAN;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.access.Accounts;
import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.Errand;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.SampleAccounts;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit trail of operations in Tasklist, Cockpit and Admin. */
@CustomerFocusTest
class AuditedOperationsTests {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProcessEngine engine;
  private final TaskService tasks;
  private final MovableClock clock;
  private final JdbcTemplate rows;
  private final int port;

  private Deployment deployment;
  private LoggedIn administrator;

  @Autowired
  AuditedOperationsTests(
      ProcessEngine engine,
      TaskService tasks,
      MovableClock clock,
      JdbcTemplate rows,
      @LocalServerPort int port) {
    this.engine = engine;
    this.tasks = tasks;
    this.clock = clock;
    this.rows = rows;
    this.port = port;
  }

  @BeforeEach
  void peopleAndAnErrand(@Autowired Accounts accounts) {
    SampleAccounts.create(accounts);
    var errand =
        Errand.model("errand")
            .name("Run an errand")
            .camundaAssignee("${who}")
            .camundaCandidateGroups("managers")
            .receiveTask("awaitNews")
            .message("errand.news")
            .serviceTask("fail")
            .camundaExpression("${undefinedBean}")
            .camundaAsyncBefore()
            .endEvent()
            .done();
    deployment = Errand.deploy(engine.getRepositoryService(), errand);
    administrator = new LoggedIn("http://localhost:" + port, "admin", "admin-secret");
    rows.update("delete from audit_entry");
  }

  @AfterEach
  void noErrand() {
    engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    engine.getRepositoryService().createDeploymentQuery().deploymentName("by-hand").list().stream()
        .map(Deployment::getId)
        .forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    engine.getFilterService().createFilterQuery().filterName("By hand").list().stream()
        .map(filter -> filter.getId())
        .forEach(engine.getFilterService()::deleteFilter);
    rows.update("delete from ACT_ID_GROUP where ID_ = 'helpers'");
    rows.update(
        "delete from ACT_RU_AUTHORIZATION where GROUP_ID_ = 'helpers' or RESOURCE_ID_ = 'helpers'");
  }

  @Test
  void aTaskThatAnAdministratorGaveToAnotherPersonShowsBothPersons() {
    var task = errandFor(ANA);
    done(administrator.post("/task/" + task.getId() + "/assignee", "{\"userId\":\"ben\"}"));

    var entry = theOnly(audit(""));

    assertThat(entry.path("at").asText()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(entry.path("user").asText()).isEqualTo("admin");
    assertThat(entry.path("userName").asText()).isEqualTo("admin");
    assertThat(entry.path("action").asText()).isEqualTo("Assign");
    assertThat(entry.path("entity").asText()).isEqualTo("Task");
    assertThat(entry.path("taskId").asText()).isEqualTo(task.getId());
    assertThat(entry.path("taskName").asText()).isEqualTo("Run an errand");
    assertThat(entry.path("processInstanceId").asText()).isEqualTo(task.getProcessInstanceId());
    assertThat(entry.path("process").asText()).isEqualTo("errand");
    var change = entry.path("changes").get(0);
    assertThat(change.path("property").asText()).isEqualTo("assignee");
    assertThat(change.path("from").asText()).isEqualTo(ANA);
    assertThat(change.path("fromName").asText()).isEqualTo("Ana Gómez");
    assertThat(change.path("to").asText()).isEqualTo(BEN);
    assertThat(change.path("toName").asText()).isEqualTo("Ben Ito");
  }

  @Test
  void whatAnAdministratorDoesToTasksIsOnRecord() {
    var task = "/task/" + errandFor(ANA).getId();
    done(administrator.post(task + "/delegate", "{\"userId\":\"ben\"}"));
    done(administrator.post(task + "/resolve", "{}"));
    done(
        administrator.post(
            task + "/identity-links", "{\"userId\":\"dan\",\"type\":\"candidate\"}"));
    done(administrator.post(task + "/unclaim", "{}"));
    done(administrator.post(task + "/claim", "{\"userId\":\"ben\"}"));
    done(administrator.put(task + "/variables/secret", "{\"value\":\"hush\",\"type\":\"String\"}"));
    done(administrator.post(task + "/complete", "{}"));

    assertThat(actions())
        .containsExactly(
            tuple("Delegate", "Task"),
            tuple("Resolve", "Task"),
            tuple("AddUserLink", "IdentityLink"),
            tuple("Assign", "Task"),
            tuple("Claim", "Task"),
            tuple("SetVariable", "Variable"),
            tuple("Complete", "Task"));
    assertThat(audit("").toString()).doesNotContain("hush");
  }

  @Test
  void whatAnAdministratorDoesToInstancesAndJobsIsOnRecord() {
    var task = errandFor(ANA);
    var instance = "/process-instance/" + task.getProcessInstanceId();
    done(
        administrator.post(
            "/process-definition/key/errand/start",
            "{\"variables\":{\"who\":{\"value\":\"ben\",\"type\":\"String\"}}}"));
    done(administrator.put(instance + "/suspended", "{\"suspended\":true}"));
    done(administrator.put(instance + "/suspended", "{\"suspended\":false}"));
    done(
        administrator.post(
            instance + "/variables", "{\"modifications\":{\"who\":{\"value\":\"hush\"}}}"));
    done(
        administrator.post(
            instance + "/modification",
            "{\"instructions\":[{\"type\":\"startAfterActivity\",\"activityId\":\"runErrand\"}]}"));
    done(
        administrator.post(
            "/message",
            "{\"messageName\":\"errand.news\",\"processInstanceId\":\""
                + task.getProcessInstanceId()
                + "\"}"));
    var job =
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    done(administrator.put("/job/" + job.getId() + "/retries", "{\"retries\":7}"));
    done(administrator.send("DELETE", "/camunda/api/engine/engine/default" + instance, null, null));

    assertThat(actions())
        .containsExactly(
            tuple("Create", "ProcessInstance"),
            tuple("Suspend", "ProcessInstance"),
            tuple("Activate", "ProcessInstance"),
            tuple("ModifyVariable", "Variable"),
            tuple("ModifyProcessInstance", "ProcessInstance"),
            tuple("CorrelateMessage", "ProcessInstance"),
            tuple("SetJobRetries", "Job"),
            tuple("Delete", "ProcessInstance"));
    assertThat(audit("").toString()).doesNotContain("hush").contains("\"to\":\"7\"");
  }

  @Test
  void evenWhatTheEnginesOwnLogLeavesOut() {
    var first = errandFor(ANA);
    var second = errandFor(ANA);
    tasks.complete(second.getId());
    var execution =
        engine
            .getRuntimeService()
            .createExecutionQuery()
            .processInstanceId(second.getProcessInstanceId())
            .activityId("awaitNews")
            .singleResult();
    done(
        administrator.post(
            "/execution/" + execution.getId() + "/messageSubscriptions/errand.news/trigger",
            "{\"variables\":{\"secret\":{\"value\":\"hush\"}}}"));
    done(administrator.post("/signal", "{\"name\":\"no-such-signal\"}"));
    done(
        administrator.post("/task/" + first.getId() + "/bpmnError", "{\"errorCode\":\"no-such\"}"));

    assertThat(actions())
        .containsExactly(
            tuple("MessageEventReceived", "ProcessInstance"),
            tuple("SignalEventReceived", "ProcessInstance"),
            tuple("HandleTaskBpmnError", "Task"));
    assertThat(audit("").toString())
        .contains(execution.getId(), "errand.news", "no-such-signal", first.getId())
        .doesNotContain("hush");
  }

  @Test
  void whatAnAdministratorDoesToAccountsAndRightsIsOnRecordWithoutPasswords() {
    done(
        administrator.post(
            "/user/create",
            "{\"profile\":{\"id\":\"eve\",\"firstName\":\"Eve\",\"lastName\":\"Voss\"},"
                + "\"credentials\":{\"password\":\"told-by-phone\"}}"));
    done(
        administrator.put(
            "/user/eve/credentials",
            "{\"password\":\"told-by-mail\",\"authenticatedUserPassword\":\"admin-secret\"}"));
    done(administrator.post("/group/create", "{\"id\":\"helpers\",\"name\":\"Helpers\"}"));
    done(administrator.put("/group/helpers/members/eve", ""));
    done(
        administrator.post(
            "/authorization/create",
            "{\"type\":1,\"permissions\":[\"READ\"],\"groupId\":\"helpers\","
                + "\"resourceType\":7,\"resourceId\":\"*\"}"));
    done(
        administrator.send(
            "DELETE", "/camunda/api/engine/engine/default/group/helpers/members/eve", null, null));
    done(administrator.send("DELETE", "/camunda/api/engine/engine/default/user/eve", null, null));

    assertThat(actions())
        .containsExactly(
            tuple("Create", "User"),
            tuple("Update", "User"),
            tuple("Create", "Group"),
            tuple("Create", "Group membership"),
            tuple("Create", "Authorization"),
            tuple("Delete", "Group membership"),
            tuple("Delete", "User"));
    assertThat(audit("").toString())
        .contains("\"property\":\"permissions\"", "\"to\":\"READ\"", "\"to\":\"helpers\"")
        .doesNotContain("told-by", "admin-secret");
  }

  @Test
  void whatAnAdministratorDeploysAndFiltersIsOnRecord() {
    var table =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
          <decision id="byHand" name="By hand">
            <decisionTable id="t"><output id="o" typeRef="string"/></decisionTable>
          </decision>
        </definitions>
        """;
    var form =
        "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nby-hand\r\n"
            + "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"by-hand.dmn\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + table
                .replace("id=\"byHand\"", "id=\"byHand\" camunda:historyTimeToLive=\"1\"")
                .replace(
                    "namespace=\"n\"",
                    "namespace=\"n\" xmlns:camunda=\"http://camunda.org/schema/1.0/dmn\"")
            + "\r\n--x--\r\n";
    done(
        administrator.send(
            "POST",
            "/camunda/api/engine/engine/default/deployment/create",
            "multipart/form-data; boundary=x",
            form));
    done(
        administrator.post(
            "/filter/create",
            "{\"resourceType\":\"Task\",\"name\":\"By hand\",\"query\":{},\"properties\":{}}"));

    assertThat(actions()).containsExactly(tuple("Create", "Deployment"), tuple("Create", "Filter"));
    assertThat(audit("").toString()).contains("by-hand", "By hand");
  }

  @Test
  void whatPeopleDoForTheirWorkLeavesNoRecord() {
    var claimed = errandFor(null);
    var assigned = errandFor(ANA);
    var ana = logIn(ANA);
    done(ana.post("/task/" + claimed.getId() + "/claim", "{\"userId\":\"ana.gomez\"}"));
    done(ana.post("/task/" + claimed.getId() + "/complete", "{}"));
    done(ana.post("/task/" + assigned.getId() + "/submit-form", "{}"));
    done(
        logIn("olga")
            .post(
                "/process-definition/key/memo-cascade/submit-form",
                "{\"variables\":{\"memo\":{\"type\":\"Json\",\"value\":%s}}}"
                    .formatted(quoted(CascadeSteps.memo()))));
    done(
        ana.post(
            "/process-definition/key/person-absence/submit-form",
            "{\"variables\":{\"absence\":{\"type\":\"Json\",\"value\":%s}}}"
                .formatted(
                    quoted(Map.of("kind", "away", "from", "2026-03-02", "until", "2026-03-04")))));

    assertThat(audit("").path("entries")).isEmpty();
  }

  @Test
  void whatOthersDoBeyondTheirWorkIsOnRecordToo() {
    var task = errandFor(ANA);
    tasks.complete(task.getId());
    engine.getRuntimeService().correlateMessage("errand.news");
    var job =
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();

    done(logIn(DAN).put("/job/" + job.getId() + "/retries", "{\"retries\":2}"));

    var entry = theOnly(audit(""));
    assertThat(entry.path("user").asText()).isEqualTo(DAN);
    assertThat(entry.path("action").asText()).isEqualTo("SetJobRetries");
    assertThat(entry.path("subject").asText()).isEqualTo(job.getId());
  }

  @Test
  void whatWasRefusedDidNotHappen() {
    var task = errandFor(ANA);

    logIn(BEN).post("/task/" + task.getId() + "/assignee", "{\"userId\":\"ben\"}");
    administrator.post(
        "/process-instance/" + task.getProcessInstanceId() + "/modification",
        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"no-such\"}]}");

    assertThat(audit("").path("entries")).isEmpty();
  }

  @Test
  void itIsReadPageByPageAndByLoginAndTime() {
    var task = "/task/" + errandFor(ANA).getId();
    for (var who : List.of(BEN, ANA, BEN)) {
      done(administrator.post(task + "/assignee", "{\"userId\":\"%s\"}".formatted(who)));
      clock.moveBy(Duration.ofHours(1));
    }

    assertThat(assignees(audit("?size=2"))).containsExactly(BEN, ANA);
    assertThat(assignees(audit("?size=2&page=1"))).containsExactly(BEN);
    assertThat(assignees(audit("?from=2026-03-02T10:00:00Z&until=2026-03-02T11:00:00Z")))
        .containsExactly(ANA);
    assertThat(assignees(audit("?user=admin"))).hasSize(3);
    assertThat(assignees(audit("?user=dan"))).isEmpty();
    assertThat(get("/api/audit?size=1000", "dan:secret").statusCode()).isEqualTo(400);
    assertThat(get("/api/audit?from=yesterday", "dan:secret").statusCode()).isEqualTo(400);
  }

  @Test
  void onlyProcessOwnersAndAdministratorsReadTheAuditAndNoAccountChangesIt() {
    assertThat(get("/api/audit", "dan:secret").statusCode()).isEqualTo(200);
    assertThat(get("/api/audit", "admin:admin-secret").statusCode()).isEqualTo(200);
    assertThat(get("/api/audit", "ana.gomez:secret").statusCode()).isEqualTo(403);
    assertThat(get("/api/audit", "olga:secret").statusCode()).isEqualTo(403);
    assertThat(get("/api/audit", null).statusCode()).isEqualTo(401);
    for (var method : List.of("DELETE", "POST", "PUT")) {
      assertThat(send(method, "/api/audit", "admin:admin-secret").statusCode())
          .as(method)
          .isEqualTo(405);
    }
  }

  private Task errandFor(String who) {
    var variables = new HashMap<String, Object>();
    variables.put("who", who);
    var instance = engine.getRuntimeService().startProcessInstanceByKey("errand", variables);
    return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
  }

  private static String quoted(Map<String, Object> memo) {
    try {
      return JSON.writeValueAsString(JSON.writeValueAsString(memo));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Operation and object, oldest first. */
  private List<Tuple> actions() {
    var actions =
        StreamSupport.stream(audit("?size=100").path("entries").spliterator(), false)
            .map(entry -> tuple(entry.path("action").asText(), entry.path("entity").asText()))
            .collect(toCollection(ArrayList::new));
    Collections.reverse(actions);
    return actions;
  }

  private static List<String> assignees(JsonNode page) {
    return StreamSupport.stream(page.path("entries").spliterator(), false)
        .map(entry -> entry.path("changes").get(0).path("to").asText())
        .toList();
  }

  private static JsonNode theOnly(JsonNode page) {
    assertThat(page.path("entries")).hasSize(1);
    return page.path("entries").get(0);
  }

  private JsonNode audit(String query) {
    var answer = get("/api/audit" + query, "dan:secret");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> get(String path, String login) {
    return send("GET", path, login);
  }

  private HttpResponse<String> send(String method, String path, String login) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (login != null) {
      request.header("Authorization", BasicLogin.header(login));
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private LoggedIn logIn(String id) {
    return new LoggedIn("http://localhost:" + port, id, "secret");
  }
}
