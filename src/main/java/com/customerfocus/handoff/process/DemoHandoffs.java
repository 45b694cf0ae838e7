package com.customerfocus.handoff.process;

import com.customerfocus.demo.DemoTime;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.spin.plugin.variable.SpinValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The demo's handoffs. Each step of a file is taken by its person in Tasklist's forms, at a moment
 * of the past days.
 */
@Component
@Profile("demo")
class DemoHandoffs {

  private static final Logger LOG = LoggerFactory.getLogger(DemoHandoffs.class);

  /** A date some working days after the step, such as {@code +3 16:00}. */
  private static final Pattern DATE = Pattern.compile("\\+(\\d+) (\\d\\d:\\d\\d)");

  private final IdentityService identity;
  private final FormService forms;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final DemoPast past;
  private final Resource file;

  DemoHandoffs(
      IdentityService identity,
      FormService forms,
      TaskService tasks,
      RepositoryService repository,
      DemoPast past,
      @Value("${customer-focus.handoffs.file}") Resource file) {
    this.identity = identity;
    this.forms = forms;
    this.tasks = tasks;
    this.repository = repository;
    this.past = past;
    this.file = file;
  }

  /** Moments of the past, and dates after them, in working days. */
  @Component
  @Profile("demo")
  static class DemoPast {

    private final DemoTime time;
    private final WorkingTime workingTime;
    private final Clock clock;
    private final TransactionOperations transactions;

    DemoPast(
        DemoTime time, WorkingTime workingTime, Clock clock, TransactionOperations transactions) {
      this.time = time;
      this.workingTime = workingTime;
      this.clock = clock;
      this.transactions = transactions;
    }

    private Instant moment(int days, String at) {
      var calendar = workingTime.calendar(null);
      return calendar
          .after(clock.instant(), WorkingAmount.days(days))
          .atZone(calendar.zone())
          .with(LocalTime.parse(at))
          .toInstant();
    }

    private String date(Instant from, int days, String at) {
      var calendar = workingTime.calendar(null);
      return calendar
          .after(from, WorkingAmount.days(days))
          .atZone(calendar.zone())
          .toLocalDate()
          .atTime(LocalTime.parse(at))
          .toString();
    }

    private void at(Instant moment, Runnable action) {
      time.at(moment, action);
    }

    /** In one transaction: sweeps, which go by the present time, see the end of it only. */
    private void together(Runnable action) {
      transactions.executeWithoutResult(status -> action.run());
    }
  }

  /** A step of the file: the number of its handoff, when, and what. */
  private record Step(int handoff, Instant at, JsonNode what) {}

  /** After the customers. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(2)
  void fill() throws IOException {
    var handoffs = new ObjectMapper().readTree(file.getInputStream());
    var steps = new ArrayList<Step>();
    for (var i = 0; i < handoffs.size(); i++) {
      for (var what : handoffs.get(i)) {
        steps.add(
            new Step(i, past.moment(what.get("day").asInt(), what.get("time").asText()), what));
      }
    }
    steps.sort(Comparator.comparing(Step::at));
    var instances = new HashMap<Integer, String>();
    past.together(() -> steps.forEach(step -> past.at(step.at(), () -> take(step, instances))));
    LOG.info("Handoffs of {}: {}", file.getDescription(), instances.size());
  }

  private void take(Step step, Map<Integer, String> instances) {
    var person = step.what().get("by").asText();
    identity.setAuthentication(person, groupsOf(person));
    try {
      var fields = variables(step);
      if (step.what().has("task")) {
        complete(instances.get(step.handoff()), step.what().get("task").asText(), fields);
      } else {
        var definition =
            repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PartnerHandoffProcess.KEY)
                .latestVersion()
                .singleResult();
        instances.put(step.handoff(), forms.submitStartForm(definition.getId(), fields).getId());
      }
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<String> groupsOf(String person) {
    return identity.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .toList();
  }

  private void complete(String instance, String element, Map<String, Object> fields) {
    var task =
        tasks
            .createTaskQuery()
            .processInstanceId(instance)
            .taskDefinitionKey(element)
            .singleResult();
    forms.submitTaskForm(task.getId(), fields);
  }

  /** The form's variables, with dates in place of days. */
  private Map<String, Object> variables(Step step) {
    var variables = new HashMap<String, Object>();
    step.what()
        .get("form")
        .properties()
        .forEach(
            field -> {
              var fields = (ObjectNode) field.getValue().deepCopy();
              for (var name : List.of("wished", "date")) {
                if (fields.has(name)) {
                  fields.put(name, date(step.at(), fields.get(name).asText()));
                }
              }
              variables.put(field.getKey(), SpinValues.jsonValue(fields.toString()).create());
            });
    return variables;
  }

  private String date(Instant from, String written) {
    var date = DATE.matcher(written);
    if (!date.matches()) {
      throw new IllegalArgumentException("\"%s\" is no date such as +3 16:00".formatted(written));
    }
    return past.date(from, Integer.parseInt(date.group(1)), date.group(2));
  }
}
