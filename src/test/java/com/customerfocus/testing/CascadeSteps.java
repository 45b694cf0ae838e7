package com.customerfocus.testing;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.cascade.page.PersonalMemos;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * What people do with a memo in Tasklist, as Tasklist does it: with their login and JSON fields.
 */
@TestComponent
public class CascadeSteps {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProcessEngine engine;
  private final CascadeService cascades;
  private final PersonalMemos memos;
  private final JdbcTemplate jdbc;

  CascadeSteps(
      ProcessEngine engine, CascadeService cascades, PersonalMemos memos, JdbcTemplate jdbc) {
    this.engine = engine;
    this.cascades = cascades;
    this.memos = memos;
    this.jdbc = jdbc;
  }

  /** A memo that nothing is wrong with. */
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

  /** Launches the memo and has it released and opened; says the cascade's id. */
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

  /** Everyone who has a briefing to hold now. */
  public List<String> managersToBrief() {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey("briefTeam").list().stream()
        .map(Task::getAssignee)
        .sorted()
        .toList();
  }

  /** The manager held the briefing on the day the cascade was released, these were there. */
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

  /** What a form of this user's task shows for a variable, as Tasklist reads it. */
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

  /** This person presses the button of the personal page. */
  public void acknowledge(long cascade, String person) {
    memos.acknowledge(receiptOf(cascade, person), versionOf(cascade));
  }

  /** The version of the memo that its page shows. */
  public int versionOf(long cascade) {
    return (int) count("select version from cascade where id = ?", cascade);
  }

  /** Looks for cascades of whose audience nobody is pending any more. */
  public void watchAudiences() {
    cascades.settleReached();
  }

  /**
   * Runs what is due in the background until nothing is, the timers excepted; says how many jobs.
   */
  public int runJobs() {
    var count = 0;
    for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
      jobs.forEach(engine.getManagementService()::executeJob);
      count += jobs.size();
    }
    return count;
  }

  /** Whether the timer of this element is there and its time has come. */
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

  /** What the fields of a form are sent as. */
  public static Object json(Map<String, Object> fields) {
    try {
      return SpinValues.jsonValue(JSON.writeValueAsString(fields)).create();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
