package com.customerfocus.engine.form;

import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.engine.task.OfTask;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
 */
class SubmissionGuard {

  private final DeployedForms forms = new DeployedForms();

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
      if (isFromAPerson(context) && variables != null && !variables.isEmpty()) {
        guard.checkTask(context, taskId, variables);
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

  private static boolean isFromAPerson(CommandContext context) {
    var login = context.getAuthentication();
    return login != null
        && login.getUserId() != null
        && !Groups.includeAdministrators(login.getGroupIds());
  }

  private void checkTask(CommandContext context, String taskId, Map<String, Object> variables) {
    TaskEntity task = taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    if (task == null) {
      // The command itself reports the missing task.
      return;
    }
    var problems = problems(forms.ofTask(context, task), variables);
    if (!problems.isEmpty()) {
      // A person without the right to complete the task learns nothing of its form.
      context
          .getProcessEngineConfiguration()
          .getCommandCheckers()
          .forEach(checker -> checker.checkTaskWork(task));
      throw new InvalidInputException(problems);
    }
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
