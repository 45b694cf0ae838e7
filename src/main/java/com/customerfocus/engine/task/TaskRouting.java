package com.customerfocus.engine.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Moves open tasks between people. A task whose assignee is away goes to the substitute; the person
 * in charge becomes its owner. Tasks of suspended instances stay.
 */
@Component
public class TaskRouting {

  private static final int BATCH = 500;

  private final ProcessEngine engine;
  private final SubstituteResolver substitutes;

  TaskRouting(ProcessEngine engine, SubstituteResolver substitutes) {
    this.engine = engine;
    this.substitutes = substitutes;
  }

  /**
   * Routes every open task that these people have, or that substitutes have for them, to the
   * current substitute of the person in charge. For people who have gone away or left, or have
   * another deputy. Joins the caller's transaction; checks no authorizations.
   */
  public void reroute(Collection<String> people) {
    var all = List.copyOf(people);
    for (var start = 0; start < all.size(); start += BATCH) {
      var part = all.subList(start, Math.min(start + BATCH, all.size()));
      inEngine(() -> route(tasksOf(part)));
    }
  }

  /** Puts this person in charge of the task: it goes to them, or to their substitute. */
  public void handTo(String taskId, String personId) {
    handTo(taskId, personId, task -> {});
  }

  /**
   * Puts this person in charge of the task and changes it.
   *
   * @param change gets the task without the substitute's additions
   */
  public void handTo(String taskId, String personId, Consumer<Task> change) {
    inEngine(
        () -> {
          var task = task(taskId);
          TaskRouter.giveBack(task);
          task.setOwner(null);
          task.setAssignee(personId);
          changeAndRoute(task, change);
        });
  }

  /**
   * Puts people in charge of tasks that the running command has read: each goes to them, or to
   * their substitute. The substitutes are read at once.
   *
   * @param inCharge employee id by task
   */
  public void handTo(List<Task> open, Function<Task, String> inCharge) {
    inEngine(
        () -> {
          var handed = open.stream().map(TaskEntity.class::cast).toList();
          for (var task : handed) {
            put(inCharge.apply(task), task);
            engine.getTaskService().saveTask(task);
          }
          route(handed);
        });
  }

  /**
   * Which group and person get a task.
   *
   * @param formerId employee id of the person who was put in charge of it before, or null
   * @param personId employee id, or null: the task has no assignee then
   */
  public record NewGroup(Task task, String group, String formerId, String personId) {}

  /**
   * Lets the members of other groups claim tasks, and puts people in charge of them. Where the
   * group gets a task, another person than the former one who has claimed it keeps it. For tasks
   * read in the same command, see {@link #atOnce}.
   */
  public void handToGroups(Collection<NewGroup> changes) {
    inEngine(
        () -> {
          var changed = new ArrayList<TaskEntity>();
          for (var change : changes) {
            var task = (TaskEntity) change.task();
            if (change.personId() != null || isFreeOrOf(change.formerId(), task)) {
              put(change.personId(), task);
              changed.add(task);
            }
            put(task, change.group());
            engine.getTaskService().saveTask(task);
          }
          route(changed);
        });
  }

  private static boolean isFreeOrOf(String formerId, TaskEntity task) {
    var inCharge = TaskRouter.personInCharge(task);
    return inCharge == null || inCharge.equals(formerId);
  }

  private static void put(String personId, TaskEntity task) {
    TaskRouter.giveBack(task);
    task.setOwner(null);
    task.setAssignee(personId);
  }

  private static void put(TaskEntity task, String group) {
    var candidates = List.copyOf(task.getCandidates());
    var groups =
        candidates.stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (!groups.contains(group)) {
      // Who oversaw the former group's work has nothing to do with this one.
      candidates.stream()
          .map(IdentityLink::getUserId)
          .filter(Objects::nonNull)
          .forEach(task::deleteCandidateUser);
      task.addCandidateGroup(group);
    }
    groups.stream().filter(it -> !it.equals(group)).forEach(task::deleteCandidateGroup);
  }

  /**
   * Who gets a task.
   *
   * @param formerId employee id of the person who was put in charge of it before, or null
   * @param personId employee id, or null: the task has no assignee then
   */
  public record NewHolder(Task task, String formerId, String personId) {}

  /**
   * Puts these people in charge of tasks that have no assignee or their former one; another person
   * who has claimed a task keeps it. For tasks read in the same command, see {@link #atOnce}.
   */
  public void changeHolders(Collection<NewHolder> changes) {
    inEngine(
        () -> {
          var changed = new ArrayList<TaskEntity>();
          for (var change : changes) {
            var task = (TaskEntity) change.task();
            if (isFreeOrOf(change.formerId(), task)) {
              put(change.personId(), task);
              engine.getTaskService().saveTask(task);
              changed.add(task);
            }
          }
          route(changed);
        });
  }

  /**
   * The open tasks that these people are in charge of, also while substitutes have them.
   *
   * @param process key of the process
   * @param elements ids of the tasks in the model
   * @return person in charge by task; tasks of the caller's command
   */
  public Map<Task, String> inChargeOf(
      Collection<String> people, String process, Collection<String> elements) {
    var found = new LinkedHashMap<Task, String>();
    var all = List.copyOf(people);
    for (var start = 0; start < all.size(); start += BATCH) {
      var part = all.subList(start, Math.min(start + BATCH, all.size()));
      inEngine(
          () ->
              tasksOf(part).stream()
                  .filter(task -> elements.contains(task.getTaskDefinitionKey()))
                  .filter(task -> task.getProcessDefinitionId().startsWith(process + ":"))
                  .filter(task -> part.contains(TaskRouter.personInCharge(task)))
                  .forEach(task -> found.put(task, TaskRouter.personInCharge(task))));
    }
    return found;
  }

  /** Makes the changes in one command of the engine, which writes them together at its end. */
  public void atOnce(Runnable changes) {
    inEngine(changes);
  }

  /** Changes tasks read in the same command, each like {@link #change(String, Consumer)}. */
  public void change(Collection<Task> tasks, Consumer<Task> change) {
    inEngine(
        () -> {
          var entities = tasks.stream().map(TaskEntity.class::cast).toList();
          entities.forEach(
              task -> {
                TaskRouter.giveBack(task);
                change.accept(task);
                engine.getTaskService().saveTask(task);
              });
          route(entities);
        });
  }

  /**
   * Changes the task and leaves it to the person in charge.
   *
   * @param change gets the task without the substitute's additions
   */
  public void change(String taskId, Consumer<Task> change) {
    inEngine(
        () -> {
          var task = task(taskId);
          TaskRouter.giveBack(task);
          changeAndRoute(task, change);
        });
  }

  private TaskEntity task(String id) {
    return (TaskEntity) engine.getTaskService().createTaskQuery().taskId(id).singleResult();
  }

  private void changeAndRoute(TaskEntity task, Consumer<Task> change) {
    change.accept(task);
    engine.getTaskService().saveTask(task);
    route(List.of(task));
  }

  private void route(List<TaskEntity> tasks) {
    var inCharge = new LinkedHashMap<TaskEntity, String>();
    tasks.stream()
        // Within a command, such as a job's, the query still finds tasks that the command has
        // ended.
        .filter(task -> !task.isDeleted() && !task.isSuspended())
        .filter(task -> TaskRouter.goesToDeputies(task.getTaskDefinition()))
        // A task of a group has no person in charge until a member claims it.
        .filter(task -> TaskRouter.personInCharge(task) != null)
        .forEach(task -> inCharge.put(task, TaskRouter.personInCharge(task)));
    if (inCharge.isEmpty()) {
      return;
    }
    var acting = substitutes.actingFor(inCharge.values());
    inCharge.forEach(
        (task, person) -> {
          if (TaskRouter.route(task, acting.get(person))) {
            engine.getTaskService().saveTask(task);
          }
        });
  }

  /** A native query: the engine's own takes one owner at a time. */
  private List<TaskEntity> tasksOf(List<String> people) {
    var names = new ArrayList<String>();
    var query = engine.getTaskService().createNativeTaskQuery();
    for (var person : people) {
      var name = "person" + names.size();
      names.add("#{" + name + "}");
      query.parameter(name, person);
    }
    var in = " in (" + String.join(", ", names) + ")";
    return query
        .sql("select * from ACT_RU_TASK where ASSIGNEE_%s or OWNER_%s".formatted(in, in))
        .list()
        .stream()
        .map(TaskEntity.class::cast)
        .toList();
  }

  private void inEngine(Runnable action) {
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(Executors.callable(action)));
  }
}
