package com.customerfocus.engine.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.engine.request.RequestMutations.Sent;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Thousands of mutated requests of Tasklist's and Cockpit's pages, with the logins of a manager and
 * a process owner. None fails with a server error, and none changes data of others.
 */
@Tag("load")
@CustomerFocusTest
class RequestFuzzTests {

  private static final long SEED = 20_260_302;
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Data that is not the sender's; tasks are compared separately. Bea is Ana's team. */
  private static final List<String> OTHERS =
      List.of(
          "select ID_, FIRST_, LAST_, EMAIL_, PWD_ from ACT_ID_USER order by ID_",
          "select ID_, NAME_ from ACT_ID_GROUP order by ID_",
          "select USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP order by USER_ID_, GROUP_ID_",
          """
          select TYPE_, GROUP_ID_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_
            from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ <> 7 order by ID_""",
          "select ID_, NAME_, QUERY_, PROPERTIES_ from ACT_RU_FILTER order by ID_",
          "select ID_, SOURCE_ from ACT_RE_DEPLOYMENT order by ID_",
          "select ID_, SUSPENSION_STATE_ from ACT_RE_PROCDEF order by ID_",
          "select NAME_, VALUE_ from ACT_GE_PROPERTY where NAME_ <> 'next.dbid' order by NAME_",
          "select * from person order by id",
          "select * from department order by id",
          "select * from cascade order by id",
          "select * from briefing where manager_id <> :who order by id",
          "select * from receipt where person_id not in (:who, 'bea') order by id",
          "select * from absence where recorded_by <> :who order by id",
          "select * from organization_import order by id",
          "select * from escalation order by id",
          "select * from promise where made_by <> :who order by id",
          "select * from question where asked_by <> :who order by id");

  private final ProcessEngine engine;
  private final CascadeSteps cascadeSteps;
  private final JdbcTemplate jdbc;
  private final String address;

  RequestFuzzTests(
      @Autowired ProcessEngine engine,
      @Autowired CascadeSteps cascadeSteps,
      @Autowired JdbcTemplate jdbc,
      @LocalServerPort int port) {
    this.engine = engine;
    this.cascadeSteps = cascadeSteps;
    this.jdbc = jdbc;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void threeMemosOnTheirWay(@Autowired OrganizationImporter importer) {
    Company.twoTeams()
        .add("dan", "Dan", "olga", "Board", "en", "process-owner")
        .importInto(importer);
    for (var memo = 0; memo < 3; memo++) {
      var instance = cascadeSteps.launch("olga", CascadeSteps.memo());
      cascadeSteps.release("com", instance);
      cascadeSteps.brief("olga", List.of("ana", "fred"));
    }
    cascadeSteps.launch("olga", CascadeSteps.memo());
    cascadeSteps.runJobs();
  }

  @Test
  void aManagersMutatedRequestsChangeNothingOfOthers() {
    changeNothingOfOthers("ana", tasklist(), TestDatabase.isPostgres() ? 1_500 : 6_000);
  }

  @Test
  void aProcessOwnersMutatedRequestsChangeNothingOfOthers() {
    var requests = new ArrayList<>(tasklist());
    requests.addAll(cockpit());
    changeNothingOfOthers("dan", requests, TestDatabase.isPostgres() ? 1_000 : 4_000);
  }

  private void changeNothingOfOthers(String who, List<Sent> pages, int count) {
    var before = others(who);
    var tasks = tasksOfOthers(who);
    var timers = timers();
    var mutations = new RequestMutations(SEED, pages, ids());
    var login = new LoggedIn(address, who, "secret");
    var failures = new TreeMap<String, String>();
    var statuses = new TreeMap<Integer, Integer>();

    try (var log = new LogLines()) {
      for (var number = 0; number < count; number++) {
        var request = mutations.next();
        var body =
            request.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.body());
        var answer =
            login.exchange(request.method(), ENGINE + request.path(), request.type(), body);
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        if (answer.statusCode() >= 500) {
          failures.putIfAbsent(answer.statusCode() + " " + answer.body(), request.toString());
        }
      }
      assertThat(failures).isEmpty();
      assertThat(log.all().stream().filter(line -> line.startsWith("ERROR"))).isEmpty();
    }
    assertThat(statuses).as("some are taken, most are not").containsKeys(200, 400, 403, 404);
    assertThat(others(who)).isEqualTo(before);
    assertThat(tasksOfOthers(who)).containsAllEntriesOf(tasks);
    assertThat(timers()).isNotEmpty().containsAllEntriesOf(timers);
  }

  private Map<String, List<Map<String, Object>>> others(String who) {
    var all = new LinkedHashMap<String, List<Map<String, Object>>>();
    OTHERS.forEach(sql -> all.put(sql, jdbc.queryForList(sql.replace(":who", "'" + who + "'"))));
    return all;
  }

  /** Subject, assignee and definition of each task, by id. */
  private Map<String, String> tasksOfOthers(String who) {
    var tasks = new LinkedHashMap<String, String>();
    jdbc.query(
        """
        select t.ID_, t.NAME_, t.ASSIGNEE_, t.OWNER_, e.BUSINESS_KEY_, e.SUSPENSION_STATE_
          from ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
         where t.ASSIGNEE_ <> ? or t.ASSIGNEE_ is null
        """,
        row -> {
          var values = new ArrayList<String>();
          for (var column = 2; column <= 6; column++) {
            values.add(row.getString(column));
          }
          tasks.put(row.getString(1), values.toString());
        },
        who);
    return tasks;
  }

  /** Due date and state of each timer, by id. */
  private Map<String, String> timers() {
    var timers = new LinkedHashMap<String, String>();
    jdbc.query(
        "select ID_, DUEDATE_, SUSPENSION_STATE_, RETRIES_ > 0 from ACT_RU_JOB",
        row -> {
          timers.put(row.getString(1), row.getString(2) + row.getString(3) + row.getBoolean(4));
        });
    return timers;
  }

  private List<String> ids() {
    var ids = new ArrayList<String>(List.of("ana", "fred", "olga", "dan", "admin", "1", "2"));
    ids.addAll(List.of("camunda-admin", "process-owners", "memo-cascade", "my-tasks", "all-tasks"));
    for (var task : engine.getTaskService().createTaskQuery().list()) {
      ids.add(task.getId());
      ids.add(task.getProcessInstanceId());
      ids.add(task.getProcessDefinitionId());
    }
    engine.getManagementService().createJobQuery().list().forEach(job -> ids.add(job.getId()));
    return ids;
  }

  /** Tasklist's requests, with Ana's tasks and one of another person. */
  private List<Sent> tasklist() {
    var requests = new ArrayList<Sent>();
    requests.add(get("/filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task"));
    requests.add(post("/filter/my-tasks/list?firstResult=0&maxResults=15", Map.of()));
    requests.add(
        post("/filter/my-tasks/list", Map.of("sorting", List.of(Map.of("sortBy", "created")))));
    requests.add(get("/process-definition?latest=true&active=true&startableInTasklist=true"));
    requests.add(get("/process-definition/key/person-absence/deployed-start-form"));
    requests.add(get("/user/ana/profile"));
    requests.add(get("/group?member=ana"));
    requests.add(get("/history/user-operation?taskId=x&maxResults=50&firstResult=0"));
    requests.add(post("/task", Map.of("assignee", "ana")));
    requests.add(
        post(
            "/process-definition/key/person-absence/submit-form",
            form(
                "absence",
                Map.of(
                    "kind",
                    "away",
                    "from",
                    "2026-03-02",
                    "until",
                    "2026-03-06",
                    "deputy",
                    "fred"))));
    requests.add(
        new Sent(
            "PUT",
            "/user/ana/credentials",
            JSON_TYPE,
            json(Map.of("password", "a long new password", "authenticatedUserPassword", "no"))));
    for (var task : engine.getTaskService().createTaskQuery().list()) {
      var path = "/task/" + task.getId();
      requests.add(get(path));
      requests.add(get(path + "/form"));
      requests.add(get(path + "/form-variables?deserializeValues=false"));
      requests.add(get(path + "/deployed-form"));
      requests.add(post(path + "/claim", Map.of("userId", "ana")));
      requests.add(post(path + "/submit-form", form("briefing", briefing(task))));
      requests.add(post(path + "/submit-form", form("review", Map.of("decision", "release"))));
    }
    return requests;
  }

  private static Map<String, Object> briefing(Task task) {
    return Map.of(
        "heldOn",
        "2026-03-02",
        "present",
        List.of("bea"),
        "localBrief",
        task.getName(),
        "commitments",
        Map.of("what", "Call back the same day", "due", "2026-06-01"));
  }

  private List<Sent> cockpit() {
    var job = engine.getManagementService().createJobQuery().list().get(0).getId();
    return List.of(
        get("/process-definition/statistics?incidents=true"),
        get("/process-definition/count?latest=true"),
        post("/process-instance?firstResult=0&maxResults=50", Map.of("sorting", List.of())),
        post("/process-instance/count", Map.of("processDefinitionKey", "memo-cascade")),
        post("/variable-instance", Map.of("processInstanceIdIn", List.of("x"))),
        post("/history/task/count", Map.of("unfinished", true)),
        post("/job", Map.of("sorting", List.of(Map.of("sortBy", "jobId", "sortOrder", "asc")))),
        post("/external-task/count", Map.of()),
        post("/group?maxResults=25&firstResult=0", Map.of("id", "managers")),
        get("/job-definition?processDefinitionId=x"),
        get("/incident?sortBy=incidentMessage&sortOrder=asc"),
        get("/deployment?sortBy=name&sortOrder=asc"),
        get("/decision-definition?latestVersion=true"),
        get("/batch/statistics?sortBy=batchId&sortOrder=asc"),
        get("/task/count?unassigned=true"),
        new Sent("PUT", "/job/" + job + "/retries", JSON_TYPE, json(Map.of("retries", 3))));
  }

  private static Map<String, Object> form(String name, Map<String, Object> fields) {
    return Map.of(
        "variables",
        Map.of(
            name,
            Map.of("type", "Json", "value", new String(json(fields), StandardCharsets.UTF_8))));
  }

  private static Sent get(String path) {
    return new Sent("GET", path, null, null);
  }

  private static Sent post(String path, Map<String, Object> body) {
    return new Sent("POST", path, JSON_TYPE, json(body));
  }

  private static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
