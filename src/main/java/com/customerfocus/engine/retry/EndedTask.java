package com.customerfocus.engine.retry;

import com.customerfocus.access.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * A task that no longer exists, from the engine's history, and the person who asked for it.
 *
 * @param process key
 * @param subject id of the instance's subject
 * @param element id of the task in the model
 * @param assignee the last one, or null
 * @param owner the person for whom a substitute had the task, or null
 */
record EndedTask(
    String process, long subject, String element, String assignee, String owner, Actor reader) {

  /** What the engine says of a task that does not exist. */
  private static final Pattern ID = Pattern.compile("task(?: with i|I)d '?([\\w-]+)'?");

  boolean wasOfTheReader() {
    return reader.isAdministrator() || reader.id().equals(assignee) || reader.id().equals(owner);
  }

  /** The id of the task in the engine's message that it does not exist. */
  static Optional<String> idIn(String message) {
    return Optional.of(ID.matcher(message)).filter(Matcher::find).map(found -> found.group(1));
  }

  /** Reads the history itself, which people may not read. */
  static Optional<EndedTask> find(String id, CommandContext context) {
    var login = context.getAuthentication();
    var task = context.getHistoricTaskInstanceManager().findHistoricTaskInstanceById(id);
    if (task == null
        || task.getProcessInstanceId() == null
        || login == null
        || login.getUserId() == null) {
      return Optional.empty();
    }
    var instance =
        context
            .getHistoricProcessInstanceManager()
            .findHistoricProcessInstance(task.getProcessInstanceId());
    if (instance == null || instance.getBusinessKey() == null) {
      return Optional.empty();
    }
    var groups = Objects.requireNonNullElse(login.getGroupIds(), List.<String>of());
    return Optional.of(
        new EndedTask(
            task.getProcessDefinitionKey(),
            Long.parseLong(instance.getBusinessKey()),
            task.getTaskDefinitionKey(),
            task.getAssignee(),
            task.getOwner(),
            new Actor(login.getUserId(), Set.copyOf(groups), null, Set.of(), false)));
  }
}
