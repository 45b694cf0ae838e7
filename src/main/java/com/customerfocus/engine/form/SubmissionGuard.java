package com.customerfocus.engine.form;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.engine.task.OfTask;
import com.customerfocus.engine.task.TaskOverseers;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;

/**
 * Accepts from a person who completes a task or starts a process only the variables that the form
 * declares, with the declared types. Administrators may set others; variables that the program sets
 * meanwhile are not checked.
 *
 * <p>A task of a group that a member has is completed by that member. What a form asks people to
 * choose must be in what they send: the value that a form shows first is no choice of theirs.
 */
class SubmissionGuard {

  private final DeployedForms forms = new DeployedForms();
  private final Supplier<Stream<TaskOverseers>> overseers;

  /**
   * @param overseers of all processes that have some
   */
  SubmissionGuard(Supplier<Stream<TaskOverseers>> overseers) {
    this.overseers = overseers;
  }

  /** The command that completes the task, preceded by the check. */
  <T> Command<T> ofTask(String taskId, Map<String, Object> variables, Command<T> complete) {
    if (isFromTheProgram()) {
      return complete;
    }
    return new Completion<>(this, taskId, variables, complete);
  }

  /** Names its task, because an answer about it may say what has become of it meanwhile. */
  private record Completion<T>(
      SubmissionGuard guard, String taskId, Map<String, Object> variables, Command<T> complete)
      implements Command<T>, OfTask {

    @Override
    public T execute(CommandContext context) {
      if (hasLogin(context)) {
        guard.checkTask(
            context, taskId, Objects.requireNonNullElse(variables, Map.<String, Object>of()));
      }
      return complete.execute(context);
    }
  }

  /** The command that starts an instance with its start form, preceded by the check. */
  <T> Command<T> ofStart(
      String processDefinitionId,
      String businessKey,
      Map<String, Object> variables,
      Command<T> start) {
    if (isFromTheProgram()) {
      return start;
    }
    return context -> {
      if (isFromAPerson(context)) {
        var definition =
            context
                .getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId);
        checkStart(context, definition, businessKey, variables);
      }
      return start.execute(context);
    };
  }

  /** The command that starts an instance without its start form, preceded by the check. */
  <T> Command<T> ofStart(ProcessInstantiationBuilderImpl builder, Command<T> start) {
    if (isFromTheProgram()) {
      return start;
    }
    return context -> {
      if (isFromAPerson(context)) {
        var definition = new GetDeployedProcessDefinitionCmd(builder, false).execute(context);
        var way = builder.getModificationBuilder();
        if (!way.getModificationOperations().isEmpty()) {
          throw new NotAllowedException("refusal.form.start-elsewhere");
        }
        checkStart(context, definition, builder.getBusinessKey(), builder.getVariables());
      }
      return start.execute(context);
    };
  }

  private static boolean isFromTheProgram() {
    return Context.getCommandContext() != null;
  }

  private static boolean hasLogin(CommandContext context) {
    var login = context.getAuthentication();
    return login != null && login.getUserId() != null;
  }

  private static boolean isFromAPerson(CommandContext context) {
    return hasLogin(context)
        && !Groups.includeAdministrators(context.getAuthentication().getGroupIds());
  }

  private void checkTask(CommandContext context, String taskId, Map<String, Object> variables) {
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      // The command itself reports the missing task.
      return;
    }
    var form = forms.ofTask(context, task);
    var isChecked = isFromAPerson(context);
    if (isChecked && isOfAnother(context, task)) {
      checkRights(context, task);
      throw new TaskAlreadyClaimedException(taskId, task.getAssignee());
    }
    var problems = isChecked ? problems(form, variables) : List.<Sentence>of();
    if (problems.isEmpty() && form.lacksChoice(variables, task::hasVariable)) {
      problems = List.of(new Sentence("refusal.form.choice"));
    }
    if (!problems.isEmpty()) {
      checkRights(context, task);
      throw new InvalidInputException(problems);
    }
  }

  /** A person without the right to complete the task learns nothing of it. */
  private static void checkRights(CommandContext context, TaskEntity task) {
    context
        .getProcessEngineConfiguration()
        .getCommandCheckers()
        .forEach(checker -> checker.checkTaskWork(task));
  }

  /** Whether it is a task of a group that another member has. */
  private boolean isOfAnother(CommandContext context, TaskEntity task) {
    var person = context.getAuthentication().getUserId();
    return task.getAssignee() != null
        && !person.equals(task.getAssignee())
        && !person.equals(task.getOwner())
        && task.getCandidates().stream().anyMatch(link -> link.getGroupId() != null)
        && overseers.get().noneMatch(it -> mayOversee(it, context, task));
  }

  private static boolean mayOversee(
      TaskOverseers overseers, CommandContext context, TaskEntity task) {
    var login = context.getAuthentication();
    return overseers.process().equals(task.getProcessDefinition().getKey())
        && overseers.mayComplete(
            Long.parseLong(task.getExecution().getProcessBusinessKey()),
            task.getTaskDefinitionKey(),
            new Actor(
                login.getUserId(),
                Set.copyOf(Objects.requireNonNullElse(login.getGroupIds(), List.<String>of())),
                null,
                Set.of(),
                false));
  }

  private void checkStart(
      CommandContext context,
      ProcessDefinitionEntity definition,
      String businessKey,
      Map<String, Object> variables) {
    context
        .getProcessEngineConfiguration()
        .getCommandCheckers()
        .forEach(checker -> checker.checkCreateProcessInstance(definition));
    if (businessKey != null) {
      throw new NotAllowedException("refusal.form.business-key");
    }
    var problems = problems(forms.ofStart(context, definition.getId()), variables);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
  }

  private static List<Sentence> problems(FormFields form, Map<String, Object> variables) {
    if (variables == null) {
      return List.of();
    }
    return variables.entrySet().stream()
        .flatMap(
            variable -> {
              var field = form.byName().get(variable.getKey());
              return field == null
                  ? Stream.of(new Sentence("refusal.form.no-field", shortened(variable.getKey())))
                  : field.problem(sent(variables, variable.getKey())).stream()
                      .map(
                          problem ->
                              new Sentence("refusal.form.field", variable.getKey(), problem));
            })
        .sorted(Comparator.comparing(Sentence::inEnglish))
        .limit(10)
        .toList();
  }

  /** With its type, which tells a file from other bytes. */
  private static Object sent(Map<String, Object> variables, String name) {
    return variables instanceof VariableMap typed ? typed.getValueTyped(name) : variables.get(name);
  }

  private static String shortened(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "…";
  }
}
