package com.customerfocus.handoff.process;

import com.customerfocus.demo.DemoTime;
import com.customerfocus.engine.demo.DemoForms;
import com.customerfocus.engine.demo.DemoPast;
import com.customerfocus.engine.demo.DemoPast.Clocks;
import com.customerfocus.engine.demo.DemoPast.Step;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The demo's handoffs. Each step of a file is taken by its person in Tasklist's forms, at a moment
 * of the past days. Between the steps clocks and promises run out when they did.
 */
@Component
@Profile("demo")
class DemoHandoffs {

  private static final Logger LOG = LoggerFactory.getLogger(DemoHandoffs.class);

  /** Sweeps of what runs out, and the process with timers. */
  private static final Clocks CLOCKS =
      new Clocks(Set.of("clocks", "promises", "ratings"), Set.of(PartnerHandoffProcess.KEY));

  private final DemoTime time;
  private final DemoPast past;
  private final DemoForms forms;
  private final TaskService tasks;
  private final Resource file;

  /** Instances by the number of their handoff in the file, or by the name of their part. */
  private final Map<String, String> instances = new HashMap<>();

  DemoHandoffs(
      DemoTime time,
      DemoPast past,
      DemoForms forms,
      TaskService tasks,
      @Value("${customer-focus.handoffs.file}") Resource file) {
    this.time = time;
    this.past = past;
    this.forms = forms;
    this.tasks = tasks;
    this.file = file;
  }

  /** After the customers. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(2)
  void fill() throws IOException {
    var handoffs = new ObjectMapper().readTree(file.getInputStream());
    var steps = new ArrayList<Step>();
    for (var i = 0; i < handoffs.size(); i++) {
      for (var what : handoffs.get(i)) {
        var handoff = what.has("part") ? what.get("part").asText() : String.valueOf(i);
        steps.add(past.step(handoff, what));
      }
    }
    past.take(steps, CLOCKS, time::at, this::take);
    LOG.info("Handoffs of {}: {}", file.getDescription(), instances.size());
  }

  private void take(Step step) {
    var person = step.what().get("by").asText();
    var fields = variables(step);
    if (step.what().has("task")) {
      forms.complete(person, task(step, person), fields);
    } else {
      var started = forms.start(person, PartnerHandoffProcess.KEY, fields);
      instances.put(step.story(), started.instance());
    }
    if (step.what().has("newPart")) {
      instances.put(step.what().get("newPart").asText(), part());
    }
  }

  /** Ratings are a process of their own. */
  private String task(Step step, String person) {
    var open = tasks.createTaskQuery().taskDefinitionKey(step.what().get("task").asText());
    return (step.what().has("rates")
            ? open.taskAssignee(person)
            : open.processInstanceId(instances.get(step.story())))
        .singleResult()
        .getId();
  }

  /** The instance of the part that was just asked for: the one that no step of the file started. */
  private String part() {
    return tasks
        .createTaskQuery()
        .processDefinitionKey(PartnerHandoffProcess.KEY)
        .taskDefinitionKey(PartnerHandoffProcess.ACCEPT_HANDOFF)
        .list()
        .stream()
        .map(Task::getProcessInstanceId)
        .filter(it -> !instances.containsValue(it))
        .findAny()
        .orElseThrow();
  }

  /** The form's variables, with dates in place of days. */
  private Map<String, Object> variables(Step step) {
    var variables = DemoForms.variables(step.what().get("form"), text -> past.dated(step, text));
    if (step.what().has("file")) {
      var attached = step.what().get("file");
      variables.put(
          PartnerHandoffProcess.FILE_1.name(),
          Variables.fileValue(attached.get("name").asText())
              .mimeType("text/plain")
              .file(attached.get("text").asText().getBytes(StandardCharsets.UTF_8))
              .create());
    }
    return variables;
  }
}
