package com.customerfocus.engine.form;

import com.customerfocus.engine.task.TaskOverseers;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the {@link SubmissionGuard} before every command by which a person completes a task or
 * starts a process, from any page, endpoint or code. Messages, signals and conditions may start
 * processes too, but people cannot send them.
 */
@Component
class GuardedServices extends AbstractProcessEnginePlugin {

  private final SubmissionGuard guard;

  GuardedServices(ObjectProvider<TaskOverseers> overseers) {
    guard = new SubmissionGuard(overseers::stream);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setTaskService(new Tasks());
    engine.setFormService(new Forms());
    engine.setRuntimeService(new Starts());
  }

  private class Tasks extends TaskServiceImpl {

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
      run(taskId, variables, new CompleteTaskCmd(taskId, variables, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
        String taskId, Map<String, Object> variables, boolean deserializeValues) {
      return run(
          taskId, variables, new CompleteTaskCmd(taskId, variables, true, deserializeValues));
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
      run(taskId, variables, new ResolveTaskCmd(taskId, variables));
    }

    private <T> T run(String taskId, Map<String, Object> variables, Command<T> command) {
      return getCommandExecutor().execute(guard.ofTask(taskId, variables, command));
    }
  }

  private class Forms extends FormServiceImpl {

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
      run(taskId, properties, new SubmitTaskFormCmd(taskId, properties, false, false));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
        String taskId, Map<String, Object> properties, boolean deserializeValues) {
      return run(
          taskId, properties, new SubmitTaskFormCmd(taskId, properties, true, deserializeValues));
    }

    private <T> T run(String taskId, Map<String, Object> variables, Command<T> command) {
      return getCommandExecutor().execute(guard.ofTask(taskId, variables, command));
    }

    @Override
    public ProcessInstance submitStartForm(
        String processDefinitionId, Map<String, Object> properties) {
      return submitStartForm(processDefinitionId, null, properties);
    }

    @Override
    public ProcessInstance submitStartForm(
        String processDefinitionId, String businessKey, Map<String, Object> variables) {
      // Done by Camunda 7.24 on completion of a task, but not here.
      var properties = Objects.requireNonNullElse(variables, Map.<String, Object>of());
      return getCommandExecutor()
          .execute(
              guard.ofStart(
                  processDefinitionId,
                  businessKey,
                  properties,
                  new SubmitStartFormCmd(processDefinitionId, businessKey, properties)));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(
        String processDefinitionId, Map<String, String> properties) {
      return submitStartForm(processDefinitionId, null, (Map) properties);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public ProcessInstance submitStartFormData(
        String processDefinitionId, String businessKey, Map<String, String> properties) {
      return submitStartForm(processDefinitionId, businessKey, (Map) properties);
    }
  }

  private class Starts extends RuntimeServiceImpl {

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
      return new GuardedStart(getCommandExecutor(), guard, processDefinitionId, null);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
      return new GuardedStart(getCommandExecutor(), guard, null, processDefinitionKey);
    }
  }
}
