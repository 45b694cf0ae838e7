package com.customerfocus.engine.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills in the forms of Tasklist in the name of people of the demo. */
@Component
@Profile("demo")
public class DemoForms {

  private final IdentityService identity;
  private final FormService forms;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final RuntimeService runtime;

  DemoForms(
      IdentityService identity,
      FormService forms,
      TaskService tasks,
      RepositoryService repository,
      RuntimeService runtime) {
    this.identity = identity;
    this.forms = forms;
    this.tasks = tasks;
    this.repository = repository;
    this.runtime = runtime;
  }

  /**
   * A process that was started.
   *
   * @param instance id of the process instance
   * @param about id of what it is about
   */
  public record Started(String instance, String about) {}

  /** Starts the process with its form. */
  public Started start(String person, String process, Map<String, Object> variables) {
    return as(
        person,
        () -> {
          var definition =
              repository
                  .createProcessDefinitionQuery()
                  .processDefinitionKey(process)
                  .latestVersion()
                  .singleResult();
          var started = forms.submitStartForm(definition.getId(), variables);
          return new Started(started.getId(), started.getBusinessKey());
        });
  }

  /** Completes a task with its form. */
  public void complete(String person, String task, Map<String, Object> variables) {
    as(
        person,
        () -> {
          forms.submitTaskForm(task, variables);
          return task;
        });
  }

  private <T> T as(String person, Supplier<T> action) {
    identity.setAuthentication(
        person,
        identity.createGroupQuery().groupMember(person).list().stream().map(Group::getId).toList());
    try {
      return action.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  /** The task of this element about this, in this process or in one that it has called. */
  public String task(String process, String about, String element) {
    var of =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKey(about)
            .singleResult()
            .getId();
    var called =
        runtime.createProcessInstanceQuery().superProcessInstanceId(of).list().stream()
            .map(ProcessInstance::getId);
    return Stream.concat(Stream.of(of), called)
        .flatMap(
            it ->
                tasks
                    .createTaskQuery()
                    .processInstanceId(it)
                    .taskDefinitionKey(element)
                    .list()
                    .stream())
        .findFirst()
        .orElseThrow()
        .getId();
  }

  /**
   * A form's variables as JSON.
   *
   * @param form fields by name of the group
   * @param text what becomes of a field's text
   */
  public static Map<String, Object> variables(JsonNode form, UnaryOperator<String> text) {
    var variables = new HashMap<String, Object>();
    for (var group : form.properties()) {
      var fields = group.getValue().<ObjectNode>deepCopy();
      for (var field : List.copyOf(fields.properties())) {
        if (field.getValue().isTextual()) {
          fields.put(field.getKey(), text.apply(field.getValue().asText()));
        }
      }
      variables.put(group.getKey(), SpinValues.jsonValue(fields.toString()).create());
    }
    return variables;
  }
}
