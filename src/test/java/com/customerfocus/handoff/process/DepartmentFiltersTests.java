package com.customerfocus.handoff.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CountedDatabase.Execution;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.TasklistUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The filters of a department in Tasklist, for few handoffs and for many. */
@CustomerFocusTest
class DepartmentFiltersTests {

  private static final Logger LOG = LoggerFactory.getLogger(DepartmentFiltersTests.class);

  private static final String FILTER = "/filter/%s/list?firstResult=0&maxResults=15";

  private final HandoffSteps steps;
  private final CountedDatabase database;
  private final JdbcTemplate jdbc;
  private final String address;

  @Autowired
  DepartmentFiltersTests(
      HandoffSteps steps, CountedDatabase database, JdbcTemplate jdbc, @LocalServerPort int port) {
    this.steps = steps;
    this.database = database;
    this.jdbc = jdbc;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer) {
    HandoffSteps.departments(importer);
  }

  @AfterEach
  void noCopies() {
    jdbc.update("delete from ACT_RU_AUTHORIZATION where ID_ like 'copy-%'");
    jdbc.update("delete from ACT_RU_IDENTITYLINK where ID_ like 'copy-%'");
    jdbc.update("delete from ACT_RU_TASK where ID_ like 'copy-%'");
    jdbc.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ like 'copy-%'");
  }

  @ParameterizedTest
  @CsvSource({
    "lars,  handoffs-to-accept,      A van for the pump of the mill",
    "luis,  handoffs-to-accept,      A van for the pump of the mill",
    "lars,  handoffs-to-deliver,     Two vans",
    "lars,  handoffs-due-this-week,  'A van for the pump of the mill,Two vans'",
    "lars,  handoffs-overdue,        ''",
    "oscar, handoffs-waiting,        'A van for the pump of the mill,Two vans'",
    // Of other departments: the one that asked, and one that has nothing to do with it.
    "oscar, handoffs-to-accept,      ''",
    "walt,  handoffs-to-accept,      ''",
    "walt,  handoffs-due-this-week,  ''",
    "lars,  handoffs-waiting,        ''"
  })
  void membersSeeTheHandoffsOfTheirDepartment(String member, String filter, String needs) {
    steps.asked();
    steps.accept(steps.ask("oscar", with("need", "Two vans")));

    assertThat(names(member, filter))
        .hasSameSizeAs(needs.isEmpty() ? List.of() : List.of(needs.split(",")))
        .allSatisfy(name -> assertThat(needs.split(",")).anySatisfy(name::contains));
  }

  @Test
  void aHandoffIsOverdueAfterItsDate() {
    steps.asked();
    steps.at("2026-03-09T10:00:00Z");

    assertThat(names("lars", "handoffs-overdue")).hasSize(1);
    assertThat(names("lars", "handoffs-due-this-week")).isEmpty();
  }

  @Test
  void theNextDateComesFirst() {
    steps.accept(steps.ask("oscar", with("need", "Two vans")));
    var first = steps.ask("oscar", with("need", "Three vans"));
    steps.say(first, "luis", "acceptHandoff", "ACCEPT", "date", "2026-03-03T10:00");

    assertThat(names("lars", "handoffs-to-deliver"))
        .satisfiesExactly(
            one -> assertThat(one).contains("Three vans"),
            one -> assertThat(one).contains("Two vans"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'candidateGroup': 'department-logistics', 'includeAssignedTasks': true}",
        "{'candidateGroups': ['department-workshop', 'department-logistics']}",
        "{'candidateUser': 'luis'}",
        "{'assignee': 'oscar'}",
        "{'orQueries': [{'assignee': 'walt', 'taskDefinitionKey': 'acceptHandoff'}]}",
        "{'orQueries': [{'candidateGroups': ['department-workshop'], 'assignee': 'oscar'}]}"
      })
  void noQueryListsTheTasksOfAnotherDepartment(String query) {
    steps.asked();

    var answer = new LoggedIn(address, "walt", "secret").post("/task", query.replace('\'', '"'));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "handoffs-to-accept,     41, 10001",
    "handoffs-due-this-week, 21, 5001",
    "handoffs-overdue,       20, 5000"
  })
  void manyTasksAndMembersNeedNoMoreStatements(String filter, int before, int after)
      throws Exception {
    steps.asked();
    var task =
        jdbc.queryForObject(
            "select ID_ from ACT_RU_TASK where TASK_DEF_KEY_ = 'acceptHandoff'", String.class);
    var lars = new TasklistUser(address, "lars", "secret");
    copy(task, 0, 40);
    var few = statements(lars, filter, before);

    copy(task, 40, 10_000);
    var many = statements(lars, filter, after);

    assertThat(many).hasSameSizeAs(few);
    assertThat(many.stream().filter(it -> it.sql().contains("ACT_RU_TASK"))).hasSizeLessThan(4);
    assertThat(grants(task)).as("rows for each task").isLessThanOrEqualTo(1);
  }

  private int grants(String task) {
    return jdbc.queryForObject(
        "select count(*) from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = 7 and RESOURCE_ID_ = ?",
        Integer.class,
        task);
  }

  private List<Execution> statements(TasklistUser member, String filter, int tasks)
      throws Exception {
    // The program looks up the login's groups again when its answer is some seconds old.
    member.open(filter);
    database.startCounting();
    var start = System.nanoTime();
    var count = member.open(filter);
    var took = Duration.ofNanos(System.nanoTime() - start);
    var all = new ArrayList<>(database.recorded());
    // Whether the login is looked up again, too, depends on how much time went by.
    all.removeIf(it -> it.sql().contains("SALT_"));
    LOG.info("{}: {} tasks, {} statements, {} ms", filter, count, all.size(), took.toMillis());
    assertThat(count).isEqualTo(tasks);
    assertThat(took).isLessThan(Duration.ofSeconds(5));
    return all;
  }

  /** Copies of a task of Logistics, half of them due in the past, and a member for each fifth. */
  private void copy(String task, int from, int until) {
    var past = Timestamp.from(Instant.parse("2026-03-01T09:00:00Z"));
    var soon = Timestamp.from(Instant.parse("2026-03-04T09:00:00Z"));
    jdbc.batchUpdate(
        """
        insert into ACT_RU_TASK (ID_, REV_, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_,
                                 TASK_DEF_KEY_, PRIORITY_, CREATE_TIME_, DUE_DATE_,
                                 SUSPENSION_STATE_)
        select ?, 1, EXECUTION_ID_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, PRIORITY_,
               CREATE_TIME_, ?, SUSPENSION_STATE_
          from ACT_RU_TASK where ID_ = ?
        """,
        rows(from, until, i -> new Object[] {"copy-" + i, i % 2 == 0 ? past : soon, task}));
    jdbc.batchUpdate(
        "insert into ACT_RU_IDENTITYLINK (ID_, REV_, GROUP_ID_, TYPE_, TASK_ID_)"
            + " values (?, 1, 'department-logistics', 'candidate', ?)",
        rows(from, until, i -> new Object[] {"copy-" + i, "copy-" + i}));
    jdbc.batchUpdate(
        """
        insert into ACT_RU_AUTHORIZATION (ID_, REV_, TYPE_, GROUP_ID_, RESOURCE_TYPE_, RESOURCE_ID_,
                                          PERMS_)
        select 'copy-' || cast(? as varchar(10)), 1, TYPE_, GROUP_ID_, RESOURCE_TYPE_, ?, PERMS_
          from ACT_RU_AUTHORIZATION
         where RESOURCE_TYPE_ = 7 and RESOURCE_ID_ = ? and GROUP_ID_ is not null
        """,
        rows(from, until, i -> new Object[] {i, "copy-" + i, task}));
    jdbc.batchUpdate(
        "insert into ACT_ID_USER (ID_, REV_) values (?, 1)",
        rows(from / 5, until / 5, i -> new Object[] {"copy-" + i}));
    jdbc.batchUpdate(
        "insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values (?, 'department-logistics')",
        rows(from / 5, until / 5, i -> new Object[] {"copy-" + i}));
    jdbc.execute("analyze");
  }

  private static List<Object[]> rows(int from, int until, IntFunction<Object[]> row) {
    return IntStream.range(from, until).mapToObj(row).toList();
  }

  private List<String> names(String member, String filter) {
    var page = new LoggedIn(address, member, "secret").read(FILTER.formatted(filter));
    return StreamSupport.stream(page.spliterator(), false)
        .map(it -> ((JsonNode) it).path("name").asText())
        .toList();
  }

  private static Map<String, Object> with(String field, String value) {
    var request = HandoffSteps.request();
    request.put(field, value);
    return request;
  }
}
