package com.customerfocus.testing;

import com.customerfocus.organization.imports.OrganizationImporter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;

/** Steps of a handoff as people do them in Tasklist: with their login and JSON fields. */
public class HandoffSteps {

  private static final String PROCESS = "partner-handoff";

  private final ProcessEngine engine;
  private final CascadeSteps forms;
  private final MovableClock clock;

  HandoffSteps(ProcessEngine engine, CascadeSteps forms, MovableClock clock) {
    this.engine = engine;
    this.forms = forms;
    this.clock = clock;
  }

  /**
   * Order Desk with its head Olga and with Oscar; Logistics with its head Lena, with Luis and with
   * Lars; Workshop with its head Wanda and with Walt; Boss above all heads.
   */
  public static Company departments(OrganizationImporter importer) {
    return new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("olga", "Olga", "boss", "Order Desk", "en", "department-head")
        .add("oscar", "Óscar", "olga", "Order Desk", "es", "front-line")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("luis", "Luis", "lena", "Logistics", "es", "")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .importInto(importer);
  }

  /** What Oscar asks of Logistics: a van by Wednesday, 4 March 2026, 16:00. */
  public static Map<String, Object> request() {
    var request = new HashMap<String, Object>();
    request.put("partner", "logistics");
    request.put("need", "A van for the pump of the mill\nIt weighs 300 kg.");
    request.put("doneWhen", "The pump stands in the mill.");
    request.put("tried", "The parcel service does not take it.");
    request.put("told", "We said that we call back on Tuesday.");
    request.put("wished", "2026-03-04T16:00");
    return request;
  }

  /** Starts a handoff with this request, as this user does in Tasklist. */
  public ProcessInstance ask(String user, Map<String, Object> request) {
    return as(user, () -> submit(request));
  }

  /** The same as the user who is logged in. */
  public ProcessInstance submit(Map<String, Object> request) {
    var definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(PROCESS)
            .latestVersion()
            .singleResult();
    return engine
        .getFormService()
        .submitStartForm(
            definition.getId(),
            Map.of("handoffRequest", SpinValues.jsonValue(json(request)).create()));
  }

  /** Oscar asks Logistics for a van. */
  public ProcessInstance asked() {
    return ask("oscar", request());
  }

  private static String json(Map<String, Object> fields) {
    try {
      return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(fields);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private <T> T as(String user, java.util.function.Supplier<T> action) {
    var identity = engine.getIdentityService();
    var groups =
        identity.createGroupQuery().groupMember(user).list().stream()
            .map(it -> it.getId())
            .toList();
    identity.setAuthentication(user, groups);
    try {
      return action.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  /** The open task of this element. */
  public Task task(ProcessInstance handoff, String element) {
    return forms.task(handoff, element);
  }

  /** The elements of open tasks. */
  public Set<String> open(ProcessInstance handoff) {
    var open = new java.util.TreeSet<String>();
    engine.getTaskService().createTaskQuery().processInstanceId(handoff.getId()).list().stream()
        .map(Task::getTaskDefinitionKey)
        .forEach(open::add);
    return open;
  }

  /**
   * Completes the task of this element.
   *
   * @param said decision, then pairs of field and value
   */
  public void say(ProcessInstance handoff, String user, String element, String... said) {
    forms.complete(user, task(handoff, element), field(element), fields(said));
  }

  /**
   * What the form of this element sends.
   *
   * @param said decision, then pairs of field and value
   */
  public static Map<String, Object> answer(String element, String... said) {
    return Map.of(field(element), CascadeSteps.json(fields(said)));
  }

  private static String field(String element) {
    return switch (element) {
      case "followHandoff" -> "followUp";
      case "agreeOnNewDate" -> "newDate";
      default -> "word";
    };
  }

  private static Map<String, Object> fields(String... said) {
    var fields = new HashMap<String, Object>();
    fields.put("decision", said[0]);
    for (var i = 1; i < said.length; i += 2) {
      fields.put(said[i], said[i + 1]);
    }
    return fields;
  }

  /** Luis promises it for the wished date. */
  public void accept(ProcessInstance handoff) {
    say(handoff, "luis", "acceptHandoff", "ACCEPT", "date", "2026-03-04T16:00");
  }

  /** Luis delivers. */
  public void deliver(ProcessInstance handoff) {
    say(handoff, "luis", "deliver", "DELIVER", "note", "The pump stands in the mill since nine.");
  }

  /** Óscar confirms. */
  public void confirm(ProcessInstance handoff) {
    say(handoff, "oscar", "confirmResult", "CONFIRM");
  }

  /** Luis asks for time until Friday, 6 March 2026, 12:00. */
  public void askForFriday(ProcessInstance handoff) {
    var note = "The van has a flat tyre.";
    say(handoff, "luis", "deliver", "ASK_FOR_NEW_DATE", "date", "2026-03-06T12:00", "note", note);
  }

  /** This member of the department says no. */
  public void decline(ProcessInstance handoff, String user) {
    decline(handoff, user, "NO_CAPACITY");
  }

  /** The same for this reason. */
  public void decline(ProcessInstance handoff, String user, String reason) {
    say(
        handoff,
        user,
        "acceptHandoff",
        "DECLINE",
        "reason",
        reason,
        "note",
        "All vans are on the road.",
        "possible",
        "Another department has a trailer.");
  }

  /** Luis says that it is not possible. */
  public void giveUp(ProcessInstance handoff) {
    say(
        handoff,
        "luis",
        "deliver",
        "GIVE_UP",
        "note",
        "The bridge to the mill is closed.",
        "possible",
        "A crane from the other bank, next week.");
  }

  /** This person hands a frame on to the workshop, for Tuesday, 3 March 2026, 12:00. */
  public void handOn(ProcessInstance handoff, String user) {
    say(
        handoff,
        user,
        "deliver",
        "HAND_ON",
        "partner",
        "Workshop",
        "need",
        "A frame for the pump",
        "doneWhen",
        "The frame fits on the van.",
        "date",
        "2026-03-03T12:00",
        "note",
        "The workshop builds a frame first.");
  }

  /** Óscar misses the hose. */
  public void reopen(ProcessInstance handoff) {
    var note = "The hose is missing.";
    say(handoff, "oscar", "confirmResult", "REOPEN", "reason", "INCOMPLETE", "note", note);
  }

  /** A handoff that Luis has promised. */
  public ProcessInstance accepted() {
    var handoff = asked();
    accept(handoff);
    return handoff;
  }

  /** A handoff that Luis has delivered. */
  public ProcessInstance delivered() {
    var handoff = accepted();
    deliver(handoff);
    return handoff;
  }

  public static long id(ProcessInstance handoff) {
    return Long.parseLong(handoff.getBusinessKey());
  }

  /** Moves the clock. */
  public void at(String instant) {
    clock.moveTo(java.time.Instant.parse(instant));
  }
}
