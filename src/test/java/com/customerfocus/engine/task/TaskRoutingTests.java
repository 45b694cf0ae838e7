package com.customerfocus.engine.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.Errand;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.MovableClock;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tasks go to substitutes of absent people. It is Monday, 2 March 2026. */
@CustomerFocusTest
class TaskRoutingTests {

  private static final String MARCH_4 = "2026-03-04";
  private static final String MARCH_12 = "2026-03-12";

  private final ProcessEngine engine;
  private final TaskRouting routing;
  private final OrganizationImporter importer;
  private final AbsenceService absences;
  private final CascadeSteps cascadeSteps;
  private final MovableClock clock;
  private final JdbcTemplate rows;
  private final int port;

  private Deployment deployment;

  @Autowired
  TaskRoutingTests(
      ProcessEngine engine,
      TaskRouting routing,
      OrganizationImporter importer,
      AbsenceService absences,
      CascadeSteps cascadeSteps,
      MovableClock clock,
      JdbcTemplate rows,
      @LocalServerPort int port) {
    this.engine = engine;
    this.routing = routing;
    this.importer = importer;
    this.absences = absences;
    this.cascadeSteps = cascadeSteps;
    this.clock = clock;
    this.rows = rows;
    this.port = port;
  }

  /** Boss manages Ana, Ben and Cid, who manage a team each. */
  @BeforeEach
  void peopleAndAnErrand() {
    Errand.people().importInto(importer);
    var errand =
        Errand.model("errand")
            .name("Run an errand")
            .documentation("To the post office")
            .camundaAssignee("${who}")
            .endEvent()
            .done();
    var subject = errand.newInstance(CamundaProperty.class);
    subject.setCamundaName("subject");
    subject.setCamundaValue("what");
    var properties = errand.newInstance(CamundaProperties.class);
    properties.addChildElement(subject);
    errand.<UserTask>getModelElementById("runErrand").builder().addExtensionElement(properties);
    var groupErrand =
        Errand.model("group-errand").camundaCandidateGroups("managers").endEvent().done();
    deployment = Errand.deploy(engine.getRepositoryService(), errand, groupErrand);
  }

  @AfterEach
  void noErrand() {
    engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  // New tasks

  @Test
  void aPresentPersonGetsTheOwnTasks() {
    cascadeSteps.away("ben", "2026-03-02", MARCH_12, "ana");

    var task = errandFor("ana");

    assertThat(task.getAssignee()).isEqualTo("ana");
    assertThat(task.getOwner()).isNull();
    assertThat(task.getName()).isEqualTo("Run an errand: stamps");
  }

  @Test
  void aNameIsCutToWhatTheEngineKeeps() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    var what = "s".repeat(300);

    assertThat(errandFor("cid", what).getName())
        .hasSize(255)
        .startsWith("Run an errand: sss")
        .endsWith("s…");
    assertThat(errandFor("ana", what).getName())
        .hasSize(255)
        .startsWith("Run an errand: sss")
        .endsWith("… (for Ana <i>Ruiz</i>)");
  }

  @Test
  void theDeputyGetsTheTaskAndTasklistShowsBoth() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    var id = errandFor("ana").getId();

    var shown = logIn("ben").read("/task/" + id);

    assertThat(shown.get("assignee").asText()).isEqualTo("ben");
    assertThat(shown.get("owner").asText()).isEqualTo("ana");
    assertThat(shown.get("name").asText()).isEqualTo("Run an errand: stamps (for Ana <i>Ruiz</i>)");
    assertThat(shown.get("description").asText())
        .isEqualTo(
            "Ana <i>Ruiz</i> is away until 12 March 2026; you are the deputy.\n\n"
                + "To the post office");
    assertThat(ids(logIn("ben").read("/filter/my-tasks/list"))).containsExactly(id);
  }

  @Test
  void anAbsentPersonSeesTheTasksThatSubstitutesDo() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    var id = errandFor("ana").getId();
    var ana = logIn("ana");

    assertThat(ids(ana.read("/filter/deputies-tasks/list"))).containsExactly(id);
    assertThat(ids(ana.read("/filter/my-tasks/list"))).doesNotContain(id);
    assertThat(ana.get("/task/" + id + "/form-variables").statusCode()).isEqualTo(200);
    assertThat(ids(logIn("cid").read("/filter/deputies-tasks/list"))).isEmpty();
  }

  @Test
  void theDeputyCompletesIt() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    var id = errandFor("ana").getId();

    assertThat(logIn("cid").post("/task/" + id + "/complete", "{}").statusCode()).isEqualTo(403);
    assertThat(logIn("ben").post("/task/" + id + "/complete", "{}").statusCode()).isEqualTo(204);
  }

  @Test
  void theDeputysDeputyActsWhenTheDeputyIsAwayToo() {
    cascadeSteps.away("ben", "2026-03-02", MARCH_4, "cid");
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");

    assertThat(errandFor("ana")).returns("cid", Task::getAssignee).returns("ana", Task::getOwner);
    clock.moveTo(Instant.parse("2026-03-05T09:00:00Z"));
    assertThat(errandFor("ana").getAssignee()).isEqualTo("ben");
  }

  @Test
  void withoutADeputyTheManagerActs() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, null);

    var task = errandFor("ana");

    assertThat(task.getAssignee()).isEqualTo("boss");
    assertThat(task.getDescription())
        .startsWith(
            "Ana <i>Ruiz</i> is away until 12 March 2026 and no deputy is there;"
                + " you are the next manager up who is there.");
  }

  @Test
  void aTaskWithoutASubstituteStays() {
    cascadeSteps.away("boss", "2026-03-02", MARCH_12, null);
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, null);

    var task = errandFor("ana");

    assertThat(task.getAssignee()).isEqualTo("ana");
    assertThat(task.getOwner()).isNull();
    assertThat(task.getName()).isEqualTo("Run an errand: stamps");
  }

  @Test
  void whatAGroupMayDoStaysWithTheGroup() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");

    engine.getRuntimeService().startProcessInstanceByKey("group-errand");

    assertThat(theTask("runErrand").getAssignee()).isNull();
  }

  @Test
  void aStrangerToTheOrganizationKeepsTheTask() {
    assertThat(errandFor("admin").getAssignee()).isEqualTo("admin");
  }

  // Open tasks

  @Test
  void openTasksMoveWhenTheAbsenceBegins() {
    var id = errandFor("ana").getId();
    cascadeSteps.away("ana", MARCH_4, MARCH_12, "ben");
    absences.handOver();
    assertThat(task(id).getAssignee()).isEqualTo("ana");

    clock.moveTo(Instant.parse("2026-03-04T00:00:00Z"));
    absences.handOver();

    assertThat(task(id)).returns("ben", Task::getAssignee).returns("ana", Task::getOwner);
    assertThat(task(id).getName()).endsWith(" (for Ana <i>Ruiz</i>)");
    var shown = logIn("ben").read("/task/" + id);
    assertThat(shown.get("description").asText()).contains("you are the deputy.");
  }

  @Test
  void theOwnAbsenceStaysInTheOwnTasks() {
    cascadeSteps.away("ana", MARCH_4, MARCH_12, "ben");
    clock.moveTo(Instant.parse("2026-03-04T00:00:00Z"));

    absences.handOver();

    assertThat(theTask("changeAbsence").getAssignee()).isEqualTo("ana");
  }

  @Test
  void aTaskThatWasBeingMadeWhenTheAbsenceBeganMovesAMinuteLater() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    absences.handOver();
    var late = errandFor("cid").getId();
    engine.getTaskService().setAssignee(late, "ana");

    absences.handOver();
    assertThat(task(late).getAssignee()).isEqualTo("ana");
    clock.moveBy(Duration.ofMinutes(1));
    absences.handOver();

    assertThat(task(late).getAssignee()).isEqualTo("ben");
    assertThat(
            rows.queryForObject(
                "select count(*) from absence where hand_over_at is not null", Integer.class))
        .isZero();
  }

  @Test
  void aReturningPersonGetsNewTasksWhileTheDeputyKeepsTheOpenOnes() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    var open = errandFor("ana").getId();

    clock.moveTo(Instant.parse("2026-03-13T00:00:00Z"));
    absences.handOver();

    assertThat(task(open).getAssignee()).isEqualTo("ben");
    assertThat(errandFor("ana").getAssignee()).isEqualTo("ana");
  }

  @Test
  void whenTheDeputyGoesAwayTheTaskGoesToTheNextSubstitute() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    var id = errandFor("ana").getId();
    cascadeSteps.away("ben", "2026-03-02", MARCH_4, "cid");

    absences.handOver();

    assertThat(task(id)).returns("cid", Task::getAssignee).returns("ana", Task::getOwner);
    assertThat(task(id).getName()).isEqualTo("Run an errand: stamps (for Ana <i>Ruiz</i>)");
    assertThat(task(id).getDescription())
        .isEqualTo(
            "Ana <i>Ruiz</i> is away until 12 March 2026, and so is Ben; you are the deputy of"
                + " Ben.\n\nTo the post office");
  }

  @Test
  void whenTheDeputyGoesAwayAndThePersonIsBackTheTaskComesBack() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_4, "ben");
    var id = errandFor("ana").getId();
    cascadeSteps.away("ben", "2026-03-05", MARCH_12, "cid");
    clock.moveTo(Instant.parse("2026-03-05T00:00:00Z"));

    absences.handOver();

    assertThat(task(id)).returns("ana", Task::getAssignee).returns(null, Task::getOwner);
    assertThat(task(id).getName()).isEqualTo("Run an errand: stamps");
    assertThat(task(id).getDescription()).isEqualTo("To the post office");
  }

  @Test
  void anotherDeputyGetsWhatTheFormerOneHas() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    var id = errandFor("ana").getId();
    absences.handOver();

    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "cid");
    absences.handOver();

    assertThat(task(id).getAssignee()).isEqualTo("cid");
  }

  @Test
  void theTasksOfAFormerEmployeeGoToTheManagerAbove() {
    var id = errandFor("ana").getId();
    rows.update("update person set active = false where id = 'ana'");

    routing.reroute(List.of("ana"));

    assertThat(task(id)).returns("boss", Task::getAssignee).returns("ana", Task::getOwner);
    assertThat(task(id).getDescription())
        .startsWith("Ana <i>Ruiz</i> has left; you are the next manager up who is there.");
    assertThat(errandFor("ana").getAssignee()).isEqualTo("boss");
  }

  @Test
  void theTasksOfASuspendedInstanceStay() {
    var task = errandFor("ana");
    engine.getRuntimeService().suspendProcessInstanceById(task.getProcessInstanceId());
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");

    absences.handOver();

    assertThat(task(task.getId()).getAssignee()).isEqualTo("ana");
  }

  @Test
  void aThousandAbsencesAtOnceMoveAllTheirTasks() {
    var company = new Company().add("top", null, "Board", "");
    for (var i = 0; i < 1_000; i++) {
      company.add("m" + i, "top", "Sales", "").add("e" + i, "m" + i, "Sales", "");
    }
    company.importInto(importer);
    for (var i = 0; i < 1_000; i += 10) {
      errandFor("m" + i);
    }
    rows.update(
        """
        insert into absence (person_id, from_day, until_day, from_at, until_at, source, recorded_at,
          hand_over_at)
        select id, date '2026-03-02', date '2026-03-12', timestamp with time zone '2026-03-02 00:00:00Z',
               timestamp with time zone '2026-03-13 00:00:00Z', 'FILE',
               timestamp with time zone '2026-03-02 09:00:00Z',
               timestamp with time zone '2026-03-02 09:00:00Z'
          from person where id like 'm%'
        """);

    while (absences.handOver()) {
      // Fifty of them at a time.
    }

    assertThat(engine.getTaskService().createTaskQuery().taskAssignee("top").count())
        .isEqualTo(100);
  }

  // Handing over

  @Test
  void aTaskWithAnOwnerOfItsOwnIsMovedForItsAssignee() {
    var task = errandFor("ana");
    task.setOwner("cid");
    engine.getTaskService().saveTask(task);

    cascadeSteps.away("cid", "2026-03-02", MARCH_12, null);
    absences.handOver();
    assertThat(task(task.getId()).getAssignee()).isEqualTo("ana");

    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    absences.handOver();
    assertThat(task(task.getId())).returns("ben", Task::getAssignee).returns("ana", Task::getOwner);
  }

  @Test
  void aNewPersonInChargeHasASubstituteToo() {
    cascadeSteps.away("ana", "2026-03-02", MARCH_12, "ben");
    cascadeSteps.away("cid", "2026-03-02", MARCH_12, "boss");
    var id = errandFor("ana").getId();

    routing.handTo(id, "cid");
    assertThat(task(id)).returns("boss", Task::getAssignee).returns("cid", Task::getOwner);
    assertThat(task(id).getName()).isEqualTo("Run an errand: stamps (for Cid)");

    routing.handTo(id, "eva");
    assertThat(task(id)).returns("eva", Task::getAssignee).returns(null, Task::getOwner);
    assertThat(task(id).getName()).isEqualTo("Run an errand: stamps");
  }

  private Task errandFor(String who) {
    return errandFor(who, "stamps");
  }

  private Task errandFor(String who, String what) {
    var instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("errand", Map.of("who", who, "what", what));
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  private Task task(String id) {
    return engine.getTaskService().createTaskQuery().taskId(id).singleResult();
  }

  private Task theTask(String element) {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey(element).singleResult();
  }

  private LoggedIn logIn(String id) {
    return new LoggedIn("http://localhost:" + port, id, "secret");
  }

  private static List<String> ids(JsonNode tasks) {
    return StreamSupport.stream(tasks.spliterator(), false)
        .map(task -> task.get("id").asText())
        .toList();
  }
}
