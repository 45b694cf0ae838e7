package com.customerfocus.engine;

import com.customerfocus.access.Actor;
import com.customerfocus.engine.task.TaskHandover;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.identity.Group;

/** The person in whose request a step runs. */
public final class CurrentActor {

  private CurrentActor() {}

  /**
   * The logged-in person who completed the task or started the instance. Fails in a job, which has
   * no login.
   */
  public static Actor of(DelegateExecution execution) {
    return find(execution)
        .orElseThrow(
            () -> new IllegalStateException("No login at " + execution.getCurrentActivityId()));
  }

  /** The same for a step that people and jobs reach; empty in a job. */
  public static Optional<Actor> find(DelegateExecution execution) {
    var login =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (login == null || login.getUserId() == null) {
      return Optional.empty();
    }
    var actsFor = TaskHandover.actsFor(execution);
    return Optional.of(
        new Actor(
            login.getUserId(),
            Set.copyOf(Optional.ofNullable(login.getGroupIds()).orElse(List.of())),
            actsFor,
            actsFor == null ? Set.of() : groupsOf(actsFor, execution),
            TaskHandover.isEntrusted(execution)));
  }

  private static Set<String> groupsOf(String person, DelegateExecution execution) {
    return execution
        .getProcessEngineServices()
        .getIdentityService()
        .createGroupQuery()
        .groupMember(person)
        .list()
        .stream()
        .map(Group::getId)
        .collect(Collectors.toSet());
  }
}
