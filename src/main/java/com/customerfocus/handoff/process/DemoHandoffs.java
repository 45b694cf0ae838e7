package com.customerfocus.handoff.process;

import com.customerfocus.demo.DemoTime;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
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
 * of the past days: at a time some working days ago, or some minutes ago. Between the steps clocks
 * and promises run out when they did.
 */
@Component
@Profile("demo")
class DemoHandoffs {

  private static final Logger LOG = LoggerFactory.getLogger(DemoHandoffs.class);

  /** A date some working days after the step, such as {@code +3 16:00}. */
  private static final Pattern DATE = Pattern.compile("\\+(\\d+) (\\d\\d:\\d\\d)");

  /** Sweeps of what runs out. */
  private static final Set<String> SWEEPS = Set.of("clocks", "promises", "ratings");

  /** How often they looked. */
  private static final Duration TICK = Duration.ofMinutes(30);

  private final IdentityService identity;
  private final FormService forms;
  private final TaskService tasks;
  private final RepositoryService repository;
  private final DemoPast past;
  private final Resource file;

  /** Instances by the number of their handoff in the file, or by the name of their part. */
  private final Map<String, String> instances = new HashMap<>();

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
    private final ManagementService jobs;
    private final List<Sweep> sweeps;

    DemoPast(
        DemoTime time,
        WorkingTime workingTime,
        Clock clock,
        TransactionOperations transactions,
        ManagementService jobs,
        List<Sweep> sweeps) {
      this.time = time;
      this.workingTime = workingTime;
      this.clock = clock;
      this.transactions = transactions;
      this.jobs = jobs;
      this.sweeps = sweeps.stream().filter(it -> SWEEPS.contains(it.name())).toList();
    }

    private Instant moment(JsonNode step) {
      return step.has("minutesAgo")
          ? clock.instant().minus(step.get("minutesAgo").asInt(), ChronoUnit.MINUTES)
          : moment(step.get("day").asInt(), step.get("time").asText());
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

    /** What the program did in this time. */
    private void pass(Instant from, Instant to) {
      for (var tick = from; tick.isBefore(to); tick = tick.plus(TICK)) {
        var moment = tick;
        at(
            moment,
            () -> {
              sweeps.forEach(it -> it.runSome().getAsBoolean());
              jobs.createJobQuery()
                  .processDefinitionKey(PartnerHandoffProcess.KEY)
                  .timers()
                  .duedateLowerThan(Date.from(moment))
                  .list()
                  .forEach(it -> jobs.executeJob(it.getId()));
            });
      }
    }

    private Instant now() {
      return clock.instant();
    }

    /** In one transaction: sweeps, which go by the present time, see the end of it only. */
    private void together(Runnable action) {
      transactions.executeWithoutResult(status -> action.run());
    }
  }

  /** A step of the file: the number of its handoff, when, and what. */
  private record Step(String handoff, Instant at, JsonNode what) {}

  /** After the customers. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(2)
  void fill() throws IOException {
    var handoffs = new ObjectMapper().readTree(file.getInputStream());
    var steps = new ArrayList<Step>();
    for (var i = 0; i < handoffs.size(); i++) {
      for (var what : handoffs.get(i)) {
        var handoff = what.has("part") ? what.get("part").asText() : String.valueOf(i);
        steps.add(new Step(handoff, past.moment(what), what));
      }
    }
    steps.sort(Comparator.comparing(Step::at));
    past.together(() -> takeAll(steps));
    LOG.info("Handoffs of {}: {}", file.getDescription(), instances.size());
  }

  private void takeAll(List<Step> steps) {
    var last = steps.get(0).at();
    for (var step : steps) {
      past.pass(last, step.at());
      past.at(step.at(), () -> take(step));
      last = step.at();
    }
    past.pass(last, past.now());
  }

  private void take(Step step) {
    var person = step.what().get("by").asText();
    identity.setAuthentication(person, groupsOf(person));
    try {
      var fields = variables(step);
      if (step.what().has("task")) {
        forms.submitTaskForm(task(step, person), fields);
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
    if (step.what().has("newPart")) {
      instances.put(step.what().get("newPart").asText(), part());
    }
  }

  private List<String> groupsOf(String person) {
    return identity.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .toList();
  }

  /** Ratings are a process of their own. */
  private String task(Step step, String person) {
    var open = tasks.createTaskQuery().taskDefinitionKey(step.what().get("task").asText());
    return (step.what().has("rates")
            ? open.taskAssignee(person)
            : open.processInstanceId(instances.get(step.handoff())))
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

  private String date(Instant from, String written) {
    var date = DATE.matcher(written);
    if (!date.matches()) {
      throw new IllegalArgumentException("\"%s\" is no date such as +3 16:00".formatted(written));
    }
    return past.date(from, Integer.parseInt(date.group(1)), date.group(2));
  }
}
