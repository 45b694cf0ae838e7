package com.customerfocus.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.Errand;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.MovableClock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Authorizations follow the task, checked through Tasklist's web interface. It is Monday, 2 March
 * 2026. Boss manages Ana, Ben and Cid.
 */
@CustomerFocusTest
class TaskAuthorizationsTests {

  private final ProcessEngine engine;
  private final TaskService tasks;
  private final TaskRouting routing;
  private final AbsenceService absences;
  private final CascadeSteps cascadeSteps;
  private final MovableClock clock;
  private final JdbcTemplate rows;
  private final int port;

  private Deployment deployment;

  @Autowired
  TaskAuthorizationsTests(
      ProcessEngine engine,
      TaskService tasks,
      TaskRouting routing,
      AbsenceService absences,
      CascadeSteps cascadeSteps,
      MovableClock clock,
      JdbcTemplate rows,
      @LocalServerPort int port) {
    this.engine = engine;
    this.tasks = tasks;
    this.routing = routing;
    this.absences = absences;
    this.cascadeSteps = cascadeSteps;
    this.clock = clock;
    this.rows = rows;
    this.port = port;
  }

  @BeforeEach
  void peopleAndAnErrand(@Autowired OrganizationImporter importer) {
    Errand.people().importInto(importer);
    var errand = Errand.model("errand").camundaAssignee("${who}").endEvent().done();
    var groupErrand =
        Errand.model("group-errand").camundaCandidateGroups("communications").endEvent().done();
    var passedOn =
        Errand.model("passed-on-errand")
            .camundaAssignee("${who}")
            .camundaTaskListenerExpression("create", "${task.setAssignee('cid')}")
            .endEvent()
            .done();
    deployment = Errand.deploy(engine.getRepositoryService(), errand, groupErrand, passedOn);
  }

  @AfterEach
  void noErrand() {
    engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  @Test
  void anAdministratorGivesTheTaskToAnotherPerson() {
    var id = errandFor("ana");

    assertThat(
            administrator().post("/task/" + id + "/assignee", "{\"userId\":\"ben\"}").statusCode())
        .isEqualTo(204);

    assertIsRefused("ana", id);
    assertCompletes("ben", id);
  }

  @Test
  void anAdministratorTakesTheTaskAndGivesItBack() {
    var id = errandFor("ana");
    tasks.setAssignee(id, "ben");
    tasks.setAssignee(id, "ana");

    assertIsRefused("ben", id);
    assertCompletes("ana", id);
  }

  @Test
  void aModelThatPassesTheNewTaskOnLeavesNoRightBehind() {
    var id = started("passed-on-errand", "ana");

    assertIsRefused("ana", id);
    assertCompletes("cid", id);
  }

  @Test
  void thePersonInChargeKeepsTheRightWhileADeputyActs() {
    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", "ben");
    var id = errandFor("ana");

    assertMayRead("ana", id);
    assertMayRead("ben", id);
    assertIsRefused("cid", id);
    assertCompletes("ana", id);
  }

  @Test
  void aFormerDeputyHasNoRightLeft() {
    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", "ben");
    var id = errandFor("ana");
    absences.handOver();

    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", "cid");
    absences.handOver();

    assertIsRefused("ben", id);
    assertMayRead("ana", id);
    assertCompletes("cid", id);
  }

  @Test
  void aDeputyLosesTheRightWhenTheTaskComesBack() {
    cascadeSteps.away("ana", "2026-03-02", "2026-03-04", "ben");
    var id = errandFor("ana");
    cascadeSteps.away("ben", "2026-03-05", "2026-03-12", "cid");
    clock.moveTo(Instant.parse("2026-03-05T00:00:00Z"));

    absences.handOver();

    assertIsRefused("ben", id);
    assertIsRefused("cid", id);
    assertCompletes("ana", id);
  }

  @Test
  void aChangeOfTheTaskLeavesTheDeputyTheRight() {
    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", "ben");
    var id = errandFor("ana");

    routing.change(id, task -> task.setPriority(80));

    assertMayRead("ana", id);
    assertCompletes("ben", id);
  }

  @Test
  void aHandoverTakesTheRightFromThePersonInChargeAndTheirDeputy() {
    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", "ben");
    var id = errandFor("ana");

    routing.handTo(id, "cid");

    assertIsRefused("ana", id);
    assertIsRefused("ben", id);
    assertCompletes("cid", id);
  }

  @Test
  void theOwnerWhoIsRemovedLosesTheRight() {
    var id = errandFor("ana");
    tasks.setOwner(id, "ben");
    assertMayRead("ben", id);

    tasks.setOwner(id, "cid");

    assertIsRefused("ben", id);
    assertMayRead("cid", id);
    assertCompletes("ana", id);
  }

  @Test
  void thePersonWhoDelegatesKeepsTheRightAndTheDelegateLosesItWhenDone() {
    var id = errandFor("ana");
    tasks.delegateTask(id, "ben");
    assertMayRead("ana", id);
    assertMayRead("ben", id);

    tasks.resolveTask(id);

    assertIsRefused("ben", id);
    assertCompletes("ana", id);
  }

  @Test
  void afterUnclaimingATaskTheGroupAloneHasTheRight() {
    var id = started("group-errand", null);
    assertThat(logIn("ana").post("/task/" + id + "/claim", "{\"userId\":\"ana\"}").statusCode())
        .isEqualTo(204);
    assertThat(grants(id)).containsExactlyInAnyOrder("ana", "communications");

    assertThat(administrator().post("/task/" + id + "/unclaim", "").statusCode()).isEqualTo(204);

    assertThat(grants(id)).containsExactly("communications");
    assertMayRead("ana", id);
    assertCompletes("ben", id);
  }

  @Test
  void aGroupOrPersonThatIsNoLongerACandidateLosesTheRight() {
    var id = started("group-errand", null);
    tasks.addCandidateUser(id, "cid");
    assertMayRead("cid", id);

    tasks.deleteCandidateUser(id, "cid");
    tasks.deleteCandidateGroup(id, "communications");

    assertThat(grants(id)).isEmpty();
    assertIsRefused("cid", id);
    assertIsRefused("ana", id);
  }

  @Test
  void aCandidateStaysOneWhenTheTaskGoesToAnother() {
    var id = errandFor("ana");
    tasks.addCandidateUser(id, "ana");

    tasks.setAssignee(id, "ben");

    assertMayRead("ana", id);
  }

  private void assertIsRefused(String person, String task) {
    var asked = logIn(person);
    assertThat(asked.get("/task/" + task).statusCode()).as(person).isIn(403, 404);
    assertThat(asked.get("/task/" + task + "/form-variables").statusCode())
        .as(person)
        .isIn(403, 404);
    assertThat(asked.post("/task/" + task + "/complete", "{}").statusCode())
        .as(person)
        .isIn(403, 404);
    assertThat(asked.post("/task/" + task + "/submit-form", "{}").statusCode())
        .as(person)
        .isIn(403, 404);
  }

  private void assertMayRead(String person, String task) {
    assertThat(logIn(person).get("/task/" + task + "/form-variables").statusCode())
        .as(person)
        .isEqualTo(200);
  }

  private void assertCompletes(String person, String task) {
    assertMayRead(person, task);
    assertThat(logIn(person).post("/task/" + task + "/complete", "{}").statusCode())
        .as(person)
        .isEqualTo(204);
    assertThat(grants(task)).isEmpty();
  }

  /** Owners of authorizations for this task. */
  private List<String> grants(String task) {
    return rows.queryForList(
        "select coalesce(USER_ID_, GROUP_ID_) from ACT_RU_AUTHORIZATION where RESOURCE_ID_ = ?",
        String.class,
        task);
  }

  private String errandFor(String who) {
    return started("errand", who);
  }

  private String started(String process, String who) {
    var variables = new HashMap<String, Object>();
    variables.put("who", who);
    var instance = engine.getRuntimeService().startProcessInstanceByKey(process, variables);
    return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult().getId();
  }

  private LoggedIn logIn(String id) {
    return new LoggedIn("http://localhost:" + port, id, "secret");
  }

  private LoggedIn administrator() {
    return new LoggedIn("http://localhost:" + port, "admin", "admin-secret");
  }
}
