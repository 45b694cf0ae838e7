package com.customerfocus.testing;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.cascade.page.PersonalPageService;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Steps of a memo as people do them in Tasklist: with their login and JSON fields. */
@TestComponent
public class CascadeSteps {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProcessEngine engine;
  private final CascadeService cascades;
  private final PersonalPageService memos;
  private final JdbcTemplate jdbc;

  CascadeSteps(
      ProcessEngine engine, CascadeService cascades, PersonalPageService memos, JdbcTemplate jdbc) {
    this.engine = engine;
    this.cascades = cascades;
    this.memos = memos;
    this.jdbc = jdbc;
  }

  /** A valid memo. */
  public static Map<String, Object> memo() {
    return new HashMap<>(
        Map.of(
            "title", "The customer comes first",
            "body", "We **keep** our promises. Señoras, ¡gracias! 🎉",
            "titleEs", "El cliente es lo primero",
            "bodyEs", "**Cumplimos** nuestras promesas.",
            "figures", "- 92 % would come back",
            "daysToBrief", 5,
            "daysToAcknowledge", 5));
  }

  public ProcessInstance launch(String launcher, Map<String, Object> memo) {
    return as(
        launcher,
        () ->
            engine
                .getRuntimeService()
                .startProcessInstanceByKey("memo-cascade", Map.of("memo", json(memo))));
  }

  /**
   * Launches the memo and has it released and opened.
   *
   * @return the cascade's id
   */
  public long launchAndRelease(String launcher, String reviewer) {
    var instance = launch(launcher, memo());
    release(reviewer, instance);
    return cascadeId(instance);
  }

  /** Releases the memo and has its cascade opened. */
  public void release(String reviewer, ProcessInstance instance) {
    complete(reviewer, task(instance, "reviewReach"), "review", Map.of("decision", "release"));
    runJobs();
  }

  public long cascadeId(ProcessInstance instance) {
    return Long.parseLong(
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(instance.getId())
            .singleResult()
            .getBusinessKey());
  }

  public Task task(ProcessInstance instance, String element) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .taskDefinitionKey(element)
        .singleResult();
  }

  public Optional<Task> briefingOf(String manager) {
    return Optional.ofNullable(
        engine
            .getTaskService()
            .createTaskQuery()
            .taskDefinitionKey("briefTeam")
            .taskAssignee(manager)
            .singleResult());
  }

  /** Managers with a briefing task. */
  public List<String> managersToBrief() {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey("briefTeam").list().stream()
        .map(Task::getAssignee)
        .sorted()
        .toList();
  }

  /** The manager held the briefing on the day of the release, with these people present. */
  public void brief(String manager, List<String> present) {
    brief(manager, Map.of("heldOn", "2026-03-02", "present", present));
  }

  public void brief(String manager, Map<String, Object> report) {
    complete(manager, briefingOf(manager).orElseThrow(), "briefing", report);
  }

  public void complete(String user, Task task, String field, Map<String, Object> fields) {
    as(
        user,
        () -> {
          engine.getTaskService().complete(task.getId(), Map.of(field, json(fields)));
          return null;
        });
  }

  /** The value of a variable in the form of this user's task, as Tasklist reads it. */
  public <T> T shown(String user, Task task, String variable, Class<T> type) {
    TypedValue value =
        as(
            user,
            () ->
                engine
                    .getFormService()
                    .getTaskFormVariables(task.getId(), List.of(variable), false)
                    .getValueTyped(variable));
    return type.cast(
        value instanceof JsonValue json ? Spin.JSON(json.getValueSerialized()) : value.getValue());
  }

  /** This person acknowledges on the personal page. */
  public void acknowledge(long cascade, String person) {
    memos.acknowledge(receiptOf(cascade, person), versionOf(cascade));
  }

  /** The version of the memo on the personal page. */
  public int versionOf(long cascade) {
    return (int) count("select version from cascade where id = ?", cascade);
  }

  /** Sweeps cascades for audiences without pending receipts. */
  public void watchAudiences() {
    cascades.settleReached();
  }

  /**
   * Runs due jobs until none is left, except timers.
   *
   * @return the number of jobs
   */
  public int runJobs() {
    var count = 0;
    for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
      jobs.forEach(engine.getManagementService()::executeJob);
      count += jobs.size();
    }
    return count;
  }

  /**
   * Starts a person's absence.
   *
   * @param from the first day, such as {@code 2026-03-02}
   * @param until the last day
   * @param deputy an employee id, or null for none
   */
  public void away(String person, String from, String until, String deputy) {
    var entry = new HashMap<String, Object>();
    entry.put("kind", "away");
    entry.put("from", from);
    entry.put("until", until);
    entry.put("deputy", deputy);
    as(
        person,
        () ->
            engine
                .getRuntimeService()
                .startProcessInstanceByKey("person-absence", Map.of("absence", json(entry))));
  }

  /** Whether the timer of this element exists and is due. */
  public boolean isTimerDue(String element) {
    return dueTimer(element) != null;
  }

  /** Fires the timer of this element, which must be due. */
  public void fireTimer(String element) {
    engine.getManagementService().executeJob(dueTimer(element).getId());
  }

  private Job dueTimer(String element) {
    return engine
        .getManagementService()
        .createJobQuery()
        .timers()
        .activityId(element)
        .executable()
        .singleResult();
  }

  private List<String> jobs() {
    return engine
        .getManagementService()
        .createJobQuery()
        .messages()
        .withRetriesLeft()
        .list()
        .stream()
        .map(job -> job.getId())
        .toList();
  }

  public long receiptOf(long cascade, String person) {
    return jdbc.queryForObject(
        "select id from receipt where cascade_id = ? and person_id = ?",
        Long.class,
        cascade,
        person);
  }

  public String stateOf(long cascade, String person) {
    return jdbc.queryForObject(
        "select state from receipt where cascade_id = ? and person_id = ?",
        String.class,
        cascade,
        person);
  }

  /** The state of each person's receipt. */
  public List<String> statesOf(long cascade, String... people) {
    return Stream.of(people).map(person -> stateOf(cascade, person)).toList();
  }

  public long count(String sql, Object... params) {
    return jdbc.queryForObject(sql, Long.class, params);
  }

  public <T> T as(String user, java.util.function.Supplier<T> action) {
    engine.getIdentityService().setAuthentication(user, groupsOf(user));
    try {
      return action.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  public List<String> groupsOf(String user) {
    return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .toList();
  }

  /** The JSON variable that a form's fields are sent as. */
  public static Object json(Map<String, Object> fields) {
    try {
      return SpinValues.jsonValue(JSON.writeValueAsString(fields)).create();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
