package com.customerfocus.engine.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Moves open tasks between people. A task whose assignee is not there goes to who acts for them;
 * the person in charge stays its owner. Tasks of suspended instances stay where they are.
 */
@Component
public class TaskRouting {

  private static final int BATCH = 500;

  private final ProcessEngine engine;
  private final SubstituteResolver substituteResolver;

  TaskRouting(ProcessEngine engine, SubstituteResolver substituteResolver) {
    this.engine = engine;
    this.substituteResolver = substituteResolver;
  }

  /**
   * Gives every open task that these people hold, or that others hold for them, to who acts for the
   * person in charge as things stand. For people who have gone away or left, or whose deputy has
   * changed. Belongs to the caller's transaction; nobody's rights are asked for.
   */
  public void reroute(Collection<String> people) {
    var all = List.copyOf(people);
    for (var start = 0; start < all.size(); start += BATCH) {
      var part = all.subList(start, Math.min(start + BATCH, all.size()));
      inEngine(() -> route(tasksOf(part)));
    }
  }

  /** Makes this person the one in charge of the task: it goes to them, or to who acts for them. */
  public void handTo(String taskId, String personId) {
    handTo(taskId, personId, task -> {});
  }

  /**
   * The same, and changes the task.
   *
   * @param change gets the task without what tells of who acts
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
   * Changes the task and leaves it to the person in charge.
   *
   * @param change gets the task without what tells of who acts
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
        .filter(task -> !task.isSuspended())
        .filter(task -> TaskRouter.goesToDeputies(task.getTaskDefinition()))
        .forEach(task -> inCharge.put(task, TaskRouter.personInCharge(task)));
    if (inCharge.isEmpty()) {
      return;
    }
    var acting = substituteResolver.actingFor(inCharge.values());
    inCharge.forEach(
        (task, person) -> {
          if (TaskRouter.route(task, acting.get(person))) {
            engine.getTaskService().saveTask(task);
          }
        });
  }

  /** By our own query: the engine's asks for one owner at a time. */
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
