package com.customerfocus.engine;

import com.customerfocus.engine.task.TaskRouting;
import com.customerfocus.engine.task.TaskRouting.NewGroup;
import com.customerfocus.engine.task.TaskRouting.NewHolder;
import com.customerfocus.engine.variable.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What every capability does with its process instances. An instance is found by its business key,
 * the id of what it is about. Every call belongs to the caller's transaction.
 */
@Component
public class Instances {

  private static final int BATCH = 200;

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TaskRouting routing;

  Instances(RuntimeService runtime, TaskService tasks, TaskRouting routing) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.routing = routing;
  }

  /** Starts the process that begins with this message. */
  public void start(String message, long about, Map<String, Object> variables) {
    runtime.startProcessInstanceByMessage(message, String.valueOf(about), variables);
  }

  /**
   * Starts a process that records what it is about in its first step.
   *
   * @return the id of that
   */
  public long startNew(String process, Map<String, Object> variables) {
    return Long.parseLong(runtime.startProcessInstanceByKey(process, variables).getBusinessKey());
  }

  /**
   * Correlates the message with all instances about this that wait for it. There may be none: an
   * administrator can end an instance in Cockpit, and what people did is on record all the same.
   */
  public void correlate(String message, long about) {
    correlate(message, about, Map.of());
  }

  /**
   * The same, and the instances get these variables.
   *
   * @param variables by name
   */
  public void correlate(String message, long about, Map<String, Object> variables) {
    runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(String.valueOf(about))
        .setVariables(variables)
        .correlateAll();
  }

  /** The running instances of these processes about this. */
  public List<ProcessInstance> running(long about, String... processes) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKeyIn(processes)
        .processInstanceBusinessKey(String.valueOf(about))
        .list();
  }

  /** Whether an instance of this process is about this. */
  public boolean isRunning(long about, String process) {
    return runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKey(String.valueOf(about))
            .count()
        > 0;
  }

  /** What the instances are about that run because instances of this process about this called. */
  public List<Long> called(long about, String process) {
    return running(about, process).stream()
        .flatMap(
            caller ->
                runtime
                    .createProcessInstanceQuery()
                    .superProcessInstanceId(caller.getId())
                    .list()
                    .stream())
        .map(ProcessInstance::getBusinessKey)
        .filter(Objects::nonNull)
        .map(Long::valueOf)
        .toList();
  }

  /**
   * The same for instances about several of these, which no other process has called: what the
   * caller is about, by what the called instance is about. One query for a batch.
   */
  public Map<Long, Long> called(Collection<Long> about, String process) {
    var ids = List.copyOf(about);
    var found = new HashMap<Long, Long>();
    for (var start = 0; start < ids.size(); start += BATCH) {
      found.putAll(calledBy(ids.subList(start, Math.min(start + BATCH, ids.size())), process));
    }
    return found;
  }

  /** A native query: the engine's own takes one caller at a time. */
  private Map<Long, Long> calledBy(List<Long> about, String process) {
    var query = runtime.createNativeProcessInstanceQuery().parameter("process", process);
    var names = new ArrayList<String>();
    for (var subject : about) {
      var name = "subject" + names.size();
      names.add("#{" + name + "}");
      query.parameter(name, String.valueOf(subject));
    }
    var called =
        query
            .sql(
                """
                select c.* from ACT_RU_EXECUTION c
                  join ACT_RU_EXECUTION r on r.ID_ = c.ROOT_PROC_INST_ID_
                  join ACT_RE_PROCDEF d on d.ID_ = r.PROC_DEF_ID_
                 where d.KEY_ = #{process} and r.BUSINESS_KEY_ in (%s)
                   and c.PARENT_ID_ is null and c.SUPER_EXEC_ is not null
                   and c.BUSINESS_KEY_ is not null
                """
                    .formatted(String.join(", ", names)))
            .list();
    if (called.isEmpty()) {
      return Map.of();
    }
    var callers =
        subjectsOf(
            called.stream()
                .map(ProcessInstance::getRootProcessInstanceId)
                .collect(Collectors.toSet()));
    return called.stream()
        .collect(
            Collectors.toMap(
                it -> Long.valueOf(it.getBusinessKey()),
                it -> callers.get(it.getRootProcessInstanceId())));
  }

  /**
   * What the instance of the second process is about that has called the one of the first process
   * about this; empty where another one has, or none.
   */
  public OptionalLong caller(long about, String process, String caller) {
    return running(about, process).stream()
        .flatMap(
            called ->
                runtime
                    .createProcessInstanceQuery()
                    .subProcessInstanceId(called.getId())
                    .processDefinitionKey(caller)
                    .list()
                    .stream())
        .mapToLong(it -> Long.parseLong(it.getBusinessKey()))
        .findFirst();
  }

  /**
   * Ends the instances of these processes about these.
   *
   * @param reason for the engine's history
   */
  public void end(Collection<Long> about, String reason, String... processes) {
    var instances =
        about.stream()
            .flatMap(id -> running(id, processes).stream())
            .map(ProcessInstance::getId)
            .toList();
    if (!instances.isEmpty()) {
      runtime.deleteProcessInstancesIfExists(instances, reason, true, true, false);
    }
  }

  /**
   * Cancels what is under way in this element of the instances of a process about this; what is
   * under way elsewhere goes on.
   */
  public void cancel(long about, String process, String element) {
    tasks(about, process, element).stream()
        .map(Task::getProcessInstanceId)
        .distinct()
        .forEach(
            instance ->
                runtime
                    .createProcessInstanceModification(instance)
                    .cancelAllForActivity(element)
                    .execute());
  }

  /** The open tasks of this element in the instances of a process about this. */
  public List<Task> tasks(long about, String process, String element) {
    return tasks
        .createTaskQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(String.valueOf(about))
        .taskDefinitionKey(element)
        .list();
  }

  /** The assignees of open tasks of this element, by what the task is about. */
  public Map<Long, String> assignees(Collection<Long> about, String element) {
    var open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKeyIn(
                about.stream().map(String::valueOf).toArray(String[]::new))
            .taskDefinitionKey(element)
            .taskAssigned()
            .list()
            .stream()
            .collect(Collectors.toMap(Task::getProcessInstanceId, Task::getAssignee));
    return open.isEmpty()
        ? Map.of()
        : runtime.createProcessInstanceQuery().processInstanceIds(open.keySet()).list().stream()
            .collect(
                Collectors.toMap(
                    instance -> Long.valueOf(instance.getBusinessKey()),
                    instance -> open.get(instance.getId())));
  }

  /** Changes these tasks and leaves each to the person in charge. */
  public void change(List<Task> open, Consumer<Task> change) {
    open.forEach(task -> routing.change(task.getId(), change));
  }

  /**
   * Changes the open tasks of this element and leaves each to the person in charge; those that are
   * suspended stay as they are. A batch of instances is read and written at once.
   *
   * @param about what is to be changed, by what the instances are about
   */
  public <T> void change(
      String process, String element, Map<Long, T> about, BiConsumer<Task, T> change) {
    var ids = List.copyOf(about.keySet());
    for (var start = 0; start < ids.size(); start += BATCH) {
      var keys =
          ids.subList(start, Math.min(start + BATCH, ids.size())).stream()
              .map(String::valueOf)
              .toArray(String[]::new);
      routing.atOnce(() -> change(process, element, keys, about, change));
    }
  }

  private <T> void change(
      String process,
      String element,
      String[] keys,
      Map<Long, T> about,
      BiConsumer<Task, T> change) {
    var open =
        tasks
            .createTaskQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKeyIn(keys)
            .taskDefinitionKey(element)
            .active()
            .list();
    if (!open.isEmpty()) {
      var subjects = subjects(open);
      routing.change(
          open, task -> change.accept(task, about.get(subjects.get(task.getProcessInstanceId()))));
    }
  }

  /**
   * Hands these tasks and their instances to a person, and changes the tasks.
   *
   * @param inCharge the variable that holds the employee id of the person in charge
   */
  public void handOver(
      List<Task> open, Variable<String> inCharge, String personId, Consumer<Task> change) {
    for (var task : open) {
      runtime.setVariable(task.getProcessInstanceId(), inCharge.name(), personId);
      routing.handTo(task.getId(), personId, change);
    }
  }

  /**
   * Hands the instances of these processes about this, and their open tasks, to a person.
   *
   * @param inCharge the variable that holds the employee id of the person in charge
   * @param elements the tasks to hand over
   */
  public void handOver(
      long about,
      Collection<String> processes,
      Variable<String> inCharge,
      Collection<String> elements,
      String personId) {
    running(about, processes.toArray(String[]::new))
        .forEach(instance -> runtime.setVariable(instance.getId(), inCharge.name(), personId));
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(String.valueOf(about))
        .taskDefinitionKeyIn(elements.toArray(String[]::new))
        .list()
        .forEach(task -> routing.handTo(task.getId(), personId));
  }

  /**
   * Puts other people in charge of open tasks. A batch of instances is read and written at once;
   * the variable from which new tasks get their assignees is the model's matter.
   *
   * @param about employee id of the person in charge, by what the instances are about
   * @param elements the tasks to hand over
   */
  public void handToPeople(String process, Map<Long, String> about, Set<String> elements) {
    var ids = List.copyOf(about.keySet());
    for (var start = 0; start < ids.size(); start += BATCH) {
      var keys =
          ids.subList(start, Math.min(start + BATCH, ids.size())).stream()
              .map(String::valueOf)
              .toArray(String[]::new);
      routing.atOnce(() -> handToPeople(process, about, keys, elements));
    }
  }

  private void handToPeople(
      String process, Map<Long, String> about, String[] keys, Set<String> elements) {
    var open =
        tasks
            .createTaskQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKeyIn(keys)
            .taskDefinitionKeyIn(elements.toArray(String[]::new))
            .active()
            .list();
    if (!open.isEmpty()) {
      var subjects = subjects(open);
      routing.handTo(open, task -> about.get(subjects.get(task.getProcessInstanceId())));
    }
  }

  /**
   * Lets a person open the tasks of this element that others have, now and when they begin anew;
   * the person who could before can no more.
   *
   * @param overseer the variable that holds the employee id, see the extension property of the task
   */
  public void oversee(
      long about, String process, String element, Variable<String> overseer, String personId) {
    for (var instance : running(about, process)) {
      var before = (String) runtime.getVariable(instance.getId(), overseer.name());
      if (!personId.equals(before)) {
        runtime.setVariable(instance.getId(), overseer.name(), personId);
        for (var task : tasks(about, process, element)) {
          if (before != null) {
            tasks.deleteCandidateUser(task.getId(), before);
          }
          if (task.getAssignee() != null) {
            tasks.addCandidateUser(task.getId(), personId);
          }
        }
      }
    }
  }

  /**
   * Who stands in for a group without a member who can act.
   *
   * @param formerId employee id of the person who stood in before, or null
   * @param personId employee id, or null
   */
  public record StandIn(String formerId, String personId) {}

  /**
   * Gives the open tasks of groups that no member has claimed to who stands in for the group now,
   * or back to the group. A batch of instances is read and written at once.
   *
   * @param about who stands in, by what the instances are about
   * @param elements the tasks
   */
  public void changeStandIns(String process, Map<Long, StandIn> about, Set<String> elements) {
    var ids = List.copyOf(about.keySet());
    for (var start = 0; start < ids.size(); start += BATCH) {
      var keys =
          ids.subList(start, Math.min(start + BATCH, ids.size())).stream().map(String::valueOf);
      routing.atOnce(() -> changeStandIns(process, about, elements, keys.toArray(String[]::new)));
    }
  }

  private void changeStandIns(
      String process, Map<Long, StandIn> about, Set<String> elements, String[] keys) {
    var open =
        tasks
            .createTaskQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKeyIn(keys)
            .taskDefinitionKeyIn(elements.toArray(String[]::new))
            .list();
    if (open.isEmpty()) {
      return;
    }
    var subjects = subjects(open);
    routing.changeHolders(
        open.stream()
            .map(
                task -> {
                  var to = about.get(subjects.get(task.getProcessInstanceId()));
                  return new NewHolder(task, to.formerId(), to.personId());
                })
            .toList());
  }

  /**
   * The open tasks of these elements that these people are in charge of, also while substitutes
   * have them: employee id by what the task is about.
   */
  public Map<Long, String> inCharge(
      String process, Collection<String> elements, Collection<String> people) {
    var tasksOfPeople = routing.inChargeOf(people, process, elements);
    if (tasksOfPeople.isEmpty()) {
      return Map.of();
    }
    var subjects = subjects(tasksOfPeople.keySet());
    return tasksOfPeople.entrySet().stream()
        .collect(
            Collectors.toMap(
                it -> subjects.get(it.getKey().getProcessInstanceId()), Map.Entry::getValue));
  }

  /** What the instances of these tasks are about, by id of the instance. */
  private Map<String, Long> subjects(Collection<Task> open) {
    return subjectsOf(open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()));
  }

  private Map<String, Long> subjectsOf(Set<String> instances) {
    return runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
        .collect(Collectors.toMap(ProcessInstance::getId, it -> Long.valueOf(it.getBusinessKey())));
  }

  /**
   * Who has an instance's tasks.
   *
   * @param group id of the group whose members can claim them
   * @param formerId employee id of the person who was put in charge of them before, or null
   * @param personId employee id of their assignee, or null
   * @param variables that the instance gets, by name
   * @param rename changes the name of a task that stays with its person
   */
  public record GroupTask(
      String group,
      String formerId,
      String personId,
      Map<String, Object> variables,
      Consumer<Task> rename) {}

  /**
   * Hands the open tasks of instances to other groups and people. A batch of instances is read and
   * written at once.
   *
   * @param about who has them from now on, by what the instances are about
   * @param elements the tasks to hand over
   * @param renamed the tasks that stay and have another name
   */
  public void handToGroups(
      String process, Map<Long, GroupTask> about, Set<String> elements, Set<String> renamed) {
    var ids = List.copyOf(about.keySet());
    for (var start = 0; start < ids.size(); start += BATCH) {
      var keys =
          ids.subList(start, Math.min(start + BATCH, ids.size())).stream().map(String::valueOf);
      routing.atOnce(
          () -> handToGroups(process, about, elements, renamed, keys.toArray(String[]::new)));
    }
  }

  private void handToGroups(
      String process,
      Map<Long, GroupTask> about,
      Set<String> elements,
      Set<String> renamed,
      String[] keys) {
    var open =
        tasks
            .createTaskQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKeyIn(keys)
            .list();
    if (open.isEmpty()) {
      return;
    }
    var to = new HashMap<String, GroupTask>();
    subjects(open).forEach((instance, subject) -> to.put(instance, about.get(subject)));
    to.forEach((instance, it) -> runtime.setVariables(instance, it.variables()));
    routing.handToGroups(
        open.stream()
            .filter(task -> elements.contains(task.getTaskDefinitionKey()))
            .map(
                task -> {
                  var it = to.get(task.getProcessInstanceId());
                  return new NewGroup(task, it.group(), it.formerId(), it.personId());
                })
            .toList());
    routing.change(
        open.stream().filter(task -> renamed.contains(task.getTaskDefinitionKey())).toList(),
        task -> to.get(task.getProcessInstanceId()).rename().accept(task));
  }
}
