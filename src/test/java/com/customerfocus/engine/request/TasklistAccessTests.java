package com.customerfocus.engine.request;

import static com.customerfocus.testing.SampleAccounts.ANA;
import static com.customerfocus.testing.SampleAccounts.BEN;
import static com.customerfocus.testing.SampleAccounts.CHLOE;
import static com.customerfocus.testing.SampleAccounts.DAN;
import static com.customerfocus.testing.SampleAccounts.OLGA;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.Errand;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.SampleAccounts;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Permissions of each group in Tasklist and Cockpit, through their web interface. */
@CustomerFocusTest
class TasklistAccessTests {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final ManagementService management;
  private final MovableClock clock;
  private final int port;

  private Deployment deployment;

  TasklistAccessTests(
      @Autowired RuntimeService runtime,
      @Autowired TaskService tasks,
      @Autowired RepositoryService repository,
      @Autowired ManagementService management,
      @Autowired MovableClock clock,
      @LocalServerPort int port) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.repository = repository;
    this.management = management;
    this.clock = clock;
    this.port = port;
  }

  @BeforeEach
  void peopleAndAnErrand(@Autowired Accounts accounts) {
    SampleAccounts.create(accounts);
    var errand =
        Errand.model("errand")
            .camundaAssignee("${who}")
            .camundaCandidateGroups("${group}")
            .camundaDueDate("${due}")
            .serviceTask("fail")
            .camundaExpression("${undefinedBean}")
            .camundaAsyncBefore()
            .endEvent()
            .done();
    deployment = Errand.deploy(repository, errand);
  }

  @AfterEach
  void noErrand() {
    repository.deleteDeployment(deployment.getId(), true);
  }

  @Test
  void aManagerNeitherSeesNorChangesAColleaguesTask() {
    var bensTask = errandFor(BEN);
    var ana = logIn(ANA);

    assertThat(ana.read("/task")).isEmpty();
    assertThat(ana.get("/task/" + bensTask.getId()).statusCode()).isIn(403, 404);
    assertThat(ana.post("/task/" + bensTask.getId() + "/complete", "{}").statusCode())
        .isEqualTo(403);
    assertThat(
            ana.post("/task/" + bensTask.getId() + "/submit-form", "{\"variables\":{}}")
                .statusCode())
        .isEqualTo(403);
    assertThat(claim(ana, bensTask, ANA)).isEqualTo(403);
    assertThat(ana.get("/task/" + bensTask.getId() + "/form-variables").statusCode())
        .isIn(403, 404);
    assertThat(tasks.createTaskQuery().taskAssignee(BEN).count()).isOne();
  }

  @Test
  void aManagerCannotAssignTheOwnTaskToAColleague() {
    var task = errandFor(ANA);
    var ana = logIn(ANA);

    assertThat(ana.post("/task/" + task.getId() + "/assignee", "{\"userId\":\"ben\"}").statusCode())
        .isEqualTo(403);
    assertThat(ana.post("/task/" + task.getId() + "/delegate", "{\"userId\":\"ben\"}").statusCode())
        .isEqualTo(403);
    assertThat(ana.post("/task/" + task.getId() + "/unclaim", "").statusCode()).isEqualTo(403);
  }

  @Test
  void aManagerCompletesTheOwnTask() {
    var task = errandFor(ANA);
    var ana = logIn(ANA);

    assertThat(ids(ana.read("/task"))).containsExactly(task.getId());
    assertThat(ana.post("/task/" + task.getId() + "/complete", "{}").statusCode()).isEqualTo(204);
  }

  @Test
  void onlySeniorOfficersLaunchAMemoAndNoPersonATeamBriefing() {
    var startable =
        "/process-definition?startableInTasklist=true&startablePermissionCheck=true&active=true";

    assertThat(keys(logIn(OLGA).read(startable))).contains("memo-cascade");
    for (var other : List.of(ANA, CHLOE, DAN)) {
      assertThat(keys(logIn(other).read(startable))).as(other).doesNotContain("memo-cascade");
      assertThat(
              logIn(other)
                  .post("/process-definition/key/memo-cascade/start", "{\"variables\":{}}")
                  .statusCode())
          .as(other)
          .isEqualTo(403);
    }
    assertThat(
            logIn(OLGA)
                .post("/process-definition/key/team-briefing/start", "{\"variables\":{}}")
                .statusCode())
        .isEqualTo(403);
    assertThat(
            logIn(OLGA).post("/message", "{\"messageName\":\"cascade.memoArrived\"}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void everyoneMaySayThatTheyAreAway() {
    var startable =
        "/process-definition?startableInTasklist=true&startablePermissionCheck=true&active=true";

    for (var person : List.of(ANA, CHLOE, DAN, OLGA)) {
      assertThat(keys(logIn(person).read(startable))).as(person).contains("person-absence");
    }
  }

  @Test
  void theMembersOfAGroupShareItsTasks() {
    var task = errandForGroup(Groups.COMMUNICATIONS);
    var chloe = logIn(CHLOE);

    assertThat(logIn(ANA).read("/task")).isEmpty();
    assertThat(claim(logIn(ANA), task, ANA)).isEqualTo(403);
    assertThat(ids(chloe.read("/filter/group-tasks/list"))).containsExactly(task.getId());
    assertThat(claim(chloe, task, CHLOE)).isEqualTo(204);
    assertThat(chloe.read("/filter/group-tasks/list")).isEmpty();
    assertThat(chloe.post("/task/" + task.getId() + "/complete", "{}").statusCode()).isEqualTo(204);
  }

  @Test
  void theFiltersListAndCountWhatTheySay() {
    var late = errandFor(ANA);
    clock.moveBy(Duration.ofHours(2));
    var later = errandFor(ANA);
    errandFor(BEN);
    var ana = logIn(ANA);

    assertThat(names(ana.read("/filter?sortBy=filterId&sortOrder=asc")))
        .containsExactlyInAnyOrder(
            "My tasks",
            "Overdue",
            "My groups' tasks",
            "Others do for me",
            "To accept",
            "To deliver",
            "Due this week",
            "Late handoffs",
            "Waiting for partners");
    assertThat(ids(ana.read("/filter/my-tasks/list"))).containsExactly(late.getId(), later.getId());
    assertThat(ids(ana.read("/filter/overdue-tasks/list"))).containsExactly(late.getId());
    assertThat(ana.read("/filter/my-tasks/count").get("count").asInt()).isEqualTo(2);
    assertThat(ana.get("/filter/all-tasks/list").statusCode()).isIn(403, 404);
    assertThat(logIn(DAN).read("/filter/all-tasks/list")).hasSize(3);
  }

  @Test
  void onlyAdministratorsMakeAndChangeFilters() {
    var changed =
        "{\"resourceType\":\"Task\",\"name\":\"My tasks\",\"query\":{},\"properties\":{}}";

    for (var other : List.of(ANA, DAN)) {
      assertThat(logIn(other).post("/filter/create", changed).statusCode()).isEqualTo(403);
      assertThat(logIn(other).put("/filter/my-tasks", changed).statusCode()).isEqualTo(403);
    }
    var withExpression =
        "{\"resourceType\":\"Task\",\"name\":\"Mine\",\"query\":"
            + "{\"assigneeExpression\":\"${currentUser()}\"},\"properties\":{}}";
    var created = administrator().post("/filter/create", withExpression);
    assertThat(created.statusCode()).isEqualTo(200);
    var id = created.body().replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
    assertThat(administrator().put("/filter/" + id, withExpression).statusCode()).isEqualTo(204);
    assertThat(
            administrator()
                .send("DELETE", "/camunda/api/engine/engine/default/filter/" + id, null, null)
                .statusCode())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"orQueries\":[{\"assigneeExpression\":\"${1 + 1}\"}]}",
        "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"${now()}\"}]}]}",
        "{\"orQueries\":[{\"\\u0061ssigneeExpressio\\u006e\":\"${1 + 1}\"}]}",
        "{\"assigneeExpression\":\"${1 + 1}\"}"
      })
  void managersAndProcessOwnersCannotSendExpressions(String query) {
    for (var path : List.of("/task", "/task/count", "/filter/my-tasks/list")) {
      assertThat(logIn(ANA).post(path, query).statusCode()).as(path).isEqualTo(403);
      assertThat(logIn(DAN).post(path, query).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(
            logIn(ANA)
                .send("POST", "/camunda/api/engine/engine/default/task", null, query)
                .statusCode())
        .isEqualTo(403);
    assertThat(logIn(ANA).get("/task?assigneeExpression=%24%7B1%7D").statusCode()).isEqualTo(403);
    assertThat(logIn(ANA).get("/task?assignee%45xpression=%24%7B1%7D").statusCode()).isEqualTo(403);
  }

  @Test
  void noEndpointAndNoEncodingHidesAnExpression() {
    var queries =
        List.of(
            "{\"orQueries\":[{\"assigneeExpression\":\"${1 + 1}\"}]}",
            "{\"orQueries\":[{\"orQueries\":[{\"dueBeforeExpression\":\"${now()}\"}]}]}",
            "{\"orQueries\":[{\"\\u0061ssigneeExpressio\\u006e\":\"${1 + 1}\"}]}",
            "{\"assigneeExpression\":\"${1 + 1}\"}",
            "{\"name\":\"x\",\n\t\"orQueries\" : [ {}, {\"ownerExpression\" : \"${1}\"} ]}");
    var dan = logIn(DAN);
    var paths =
        List.of(
            "/task",
            "/task/count",
            "/filter/all-tasks/list",
            "/filter/all-tasks/count",
            "/process-instance",
            "/process-instance/count",
            "/variable-instance",
            "/execution",
            "/job",
            "/job-definition",
            "/external-task",
            "/group",
            "/history/task",
            "/history/task/count",
            "/history/process-instance",
            "/history/activity-instance",
            "/history/variable-instance");
    var encodings =
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32"),
            Charset.forName("UTF-32LE"));

    for (var path : paths) {
      for (var encoding : encodings) {
        for (var query : queries) {
          var answer =
              dan.exchange(
                  "POST",
                  "/camunda/api/engine/engine/default" + path,
                  "application/json",
                  BodyPublishers.ofByteArray(query.getBytes(encoding)));

          assertThat(answer.statusCode()).as(path + encoding + query).isIn(400, 403);
        }
      }
    }
  }

  @Test
  void aProcessOwnerTriesAgainAndNeitherStopsNorMovesWhatIsToCome() {
    var task = errandFor(ANA);
    tasks.complete(task.getId());
    var job =
        management.createJobQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
    var path = "/job/" + job.getId() + "/retries";
    var ofAll = "/job-definition/" + job.getJobDefinitionId() + "/retries";
    var dan = logIn(DAN);

    for (var body :
        List.of(
            "{\"retries\":0}",
            "{\"retries\":3,\"dueDate\":\"2030-01-01T00:00:00.000+0000\"}",
            "{\"retries\":3,\"x\":1}",
            "{}",
            "")) {
      assertThat(dan.put(path, body).statusCode()).as(body).isIn(400, 403);
      assertThat(dan.put(ofAll, body).statusCode()).as(body).isIn(400, 403);
    }
    assertThat(management.createJobQuery().jobId(job.getId()).singleResult())
        .returns(job.getRetries(), it -> it.getRetries())
        .returns(job.getDuedate(), it -> it.getDuedate());
  }

  @Test
  void ordinarySearchesAreLeftAlone() {
    var task = errandFor(ANA);
    var query = "{\"orQueries\":[{\"nameLike\":\"%expression%\"},{\"assignee\":\"ana.gomez\"}]}";

    var found = logIn(ANA).post("/task", "{\"assignee\":\"ana.gomez\"}");

    assertThat(found.body()).contains(task.getId());
    assertThat(logIn(ANA).post("/task", query).statusCode()).isEqualTo(200);
    assertThat(logIn(ANA).post("/task", "{").statusCode()).isEqualTo(400);
  }

  @Test
  void aProcessOwnerSeesAllInstancesAndRetriesJobsButCompletesNoTask() {
    var task = errandFor(ANA);
    errandFor(BEN);
    var dan = logIn(DAN);

    assertThat(dan.read("/task")).hasSize(2);
    assertThat(dan.read("/process-instance")).hasSize(2);
    assertThat(dan.read("/variable-instance?variableName=who")).hasSize(2);
    assertThat(dan.read("/history/process-instance?unfinished=true")).hasSize(2);
    assertThat(keys(dan.read("/process-definition"))).contains("memo-cascade", "team-briefing");
    assertThat(dan.post("/task/" + task.getId() + "/complete", "{}").statusCode()).isEqualTo(403);
    assertThat(dan.get("/authorization").statusCode()).isEqualTo(403);
    assertThat(dan.post("/user/create", newUser()).statusCode()).isEqualTo(403);

    tasks.complete(task.getId());
    var job =
        management.createJobQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
    management.setJobRetries(job.getId(), 0);
    assertThat(dan.read("/incident")).hasSize(1);
    assertThat(dan.put("/job/" + job.getId() + "/retries", "{\"retries\":1}").statusCode())
        .isEqualTo(204);
  }

  @Test
  void everyoneOpensTasklistAndOnlyProcessOwnersCockpit() {
    for (var app : List.of("cockpit", "admin")) {
      assertThat(
              logIn(ANA).send("GET", "/camunda/app/" + app + "/default/", null, null).statusCode())
          .as(app)
          .isEqualTo(403);
    }
    assertThat(logIn(DAN).send("GET", "/camunda/app/cockpit/default/", null, null).statusCode())
        .isEqualTo(200);
    assertThat(logIn(DAN).send("GET", "/camunda/app/admin/default/", null, null).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aRightThatWasTakenAwayEndsAnOpenSessionsUseOfItWithinAMinute() {
    errandFor(ANA);
    var dan = logIn(DAN);
    clock.moveBy(Duration.ofSeconds(50));
    assertThat(dan.read("/filter/all-tasks/list")).hasSize(1);

    var removed =
        administrator()
            .send(
                "DELETE",
                "/camunda/api/engine/engine/default/group/process-owners/members/dan",
                null,
                null);
    assertThat(removed.statusCode()).isEqualTo(204);
    clock.moveBy(Duration.ofSeconds(60).plusMillis(1));

    assertThat(dan.get("/filter/all-tasks/list").statusCode()).isIn(403, 404);
    assertThat(dan.read("/task")).isEmpty();
    assertThat(dan.send("GET", "/camunda/app/cockpit/default/", null, null).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anAccountThatIsGoneEndsItsOpenSessionWithinAMinute(@Autowired IdentityService identity) {
    var task = errandFor(ANA);
    var ana = logIn(ANA);
    assertThat(ana.get("/task/" + task.getId()).statusCode()).isEqualTo(200);

    identity.deleteUser(ANA);
    clock.moveBy(Duration.ofSeconds(60).plusMillis(1));

    assertThat(ana.get("/task/" + task.getId()).statusCode()).isEqualTo(401);
  }

  @Test
  void peopleReadTheirOwnProfileAndNothingOfColleagues() {
    var ana = logIn(ANA);

    assertThat(ana.read("/user/ana.gomez/profile").get("lastName").asText()).isEqualTo("Gómez");
    assertThat(ana.get("/user/ben/profile").statusCode()).isEqualTo(403);
    assertThat(ana.get("/user").statusCode()).isEqualTo(403);
    assertThat(ana.get("/user?memberOfGroup=camunda-admin").statusCode()).isEqualTo(403);
    assertThat(ana.get("/group?member=ben").statusCode()).isEqualTo(403);
    assertThat(ana.read("/group?member=ana.gomez")).hasSize(1);
    assertThat(ana.put("/user/ana.gomez/profile", "{\"id\":\"x\"}").statusCode()).isEqualTo(403);
    assertThat(ana.put("/user/ben/profile", "{\"id\":\"ben\",\"firstName\":\"X\"}").statusCode())
        .isEqualTo(403);
    assertThat(ana.put("/group/camunda-admin/members/ana.gomez", "").statusCode()).isEqualTo(403);
  }

  private Task errandFor(String person) {
    return errand(person, "other");
  }

  private Task errandForGroup(String group) {
    return errand(null, group);
  }

  private Task errand(String person, String group) {
    var variables = new HashMap<String, Object>();
    variables.put("who", person);
    variables.put("group", group);
    variables.put("due", Date.from(clock.instant().plus(Duration.ofHours(1))));
    var instance = runtime.startProcessInstanceByKey("errand", variables);
    return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
  }

  private static int claim(LoggedIn who, Task task, String id) {
    return who.post("/task/" + task.getId() + "/claim", "{\"userId\":\"" + id + "\"}").statusCode();
  }

  private static String newUser() {
    return "{\"profile\":{\"id\":\"eve\",\"firstName\":\"E\",\"lastName\":\"V\"},"
        + "\"credentials\":{\"password\":\"tulips under a bridge\"}}";
  }

  private LoggedIn logIn(String id) {
    return new LoggedIn("http://localhost:" + port, id, "secret");
  }

  private LoggedIn administrator() {
    return new LoggedIn("http://localhost:" + port, "admin", "admin-secret");
  }

  private static List<String> ids(JsonNode list) {
    return values(list, "id");
  }

  private static List<String> names(JsonNode list) {
    return values(list, "name");
  }

  private static Set<String> keys(JsonNode list) {
    return values(list, "key").stream().collect(Collectors.toSet());
  }

  private static List<String> values(JsonNode list, String name) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(it -> it.get(name).asText())
        .toList();
  }
}
