package com.customerfocus.testing;

import com.customerfocus.organization.imports.OrganizationImporter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;

/** Steps of a customer's case as its owner does them in Tasklist: with login and JSON fields. */
public class CaseSteps {

  private static final String PROCESS = "stay-with-customer";

  private final ProcessEngine engine;
  private final CascadeSteps forms;
  private final MovableClock clock;

  CaseSteps(ProcessEngine engine, CascadeSteps forms, MovableClock clock) {
    this.engine = engine;
    this.forms = forms;
    this.clock = clock;
  }

  /** The people of {@link HandoffSteps#departments} and the customers Luz Mar and Joe Poe. */
  public static void people(OrganizationImporter importer, JdbcTemplate rows) {
    HandoffSteps.departments(importer);
    customer(rows, "C-1", "Luz Mar", "luz@example.org", "es");
    customer(rows, "C-2", "Joe Poe", "joe@example.org", "en");
  }

  private static void customer(
      JdbcTemplate rows, String reference, String name, String mail, String language) {
    rows.update(
        """
        insert into customer (reference, name, mail, language, search_name, owner_id, created_at,
                              changed_at)
        values (?, ?, ?, ?, lower(?), 'oscar', current_timestamp, current_timestamp)
        """,
        reference,
        name,
        mail,
        language,
        name);
  }

  /** What Luz says on the phone. */
  public static Map<String, Object> request() {
    var request = new HashMap<String, Object>();
    request.put("customer", "C-1");
    request.put("kind", "BILLING");
    request.put("need", "My bill is wrong\nI paid it twice.");
    return request;
  }

  /** Óscar opens a case for Luz. */
  public ProcessInstance opened() {
    return open("oscar", request());
  }

  /** Opens a case with this request, as this user does in Tasklist. */
  public ProcessInstance open(String user, Map<String, Object> request) {
    return as(user, () -> submit(request));
  }

  /**
   * Starts another process about cases, as this user does in Tasklist.
   *
   * @param group the group of the start form
   * @param said pairs of field and value
   */
  public ProcessInstance start(String user, String process, String group, String... said) {
    var fields = new HashMap<String, Object>();
    for (var i = 0; i < said.length; i += 2) {
      fields.put(said[i], said[i + 1]);
    }
    return as(user, () -> submit(process, Map.of(group, CascadeSteps.json(fields))));
  }

  private ProcessInstance submit(String process, Map<String, Object> variables) {
    var definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    return engine.getFormService().submitStartForm(definition.getId(), variables);
  }

  /**
   * A user completes the task of this element of another process about cases.
   *
   * @param group the group of its form
   */
  public void answer(
      String user, ProcessInstance started, String element, String group, String... said) {
    forms.complete(user, task(started, element), group, fields(said));
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
        .submitStartForm(definition.getId(), Map.of("caseRequest", CascadeSteps.json(request)));
  }

  private <T> T as(String user, Supplier<T> action) {
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
  public Task task(ProcessInstance opened, String element) {
    return forms.task(opened, element);
  }

  /** The elements of open tasks. */
  public Set<String> open(ProcessInstance opened) {
    var open = new java.util.TreeSet<String>();
    engine.getTaskService().createTaskQuery().processInstanceId(opened.getId()).list().stream()
        .map(Task::getTaskDefinitionKey)
        .forEach(open::add);
    return open;
  }

  /**
   * Óscar completes the task of this element.
   *
   * @param said decision, then pairs of field and value
   */
  public void say(ProcessInstance opened, String element, String... said) {
    sayAs("oscar", opened, element, said);
  }

  /** The same as this user. */
  public void sayAs(String user, ProcessInstance opened, String element, String... said) {
    forms.complete(user, task(opened, element), group(element), fields(said));
  }

  /**
   * What the form of this element sends.
   *
   * @param said decision, then pairs of field and value
   */
  public static Map<String, Object> answer(String element, String... said) {
    return Map.of(group(element), CascadeSteps.json(fields(said)));
  }

  private static String group(String element) {
    return switch (element) {
      case "stayWithCustomer" -> "stay";
      case "introduceContact" -> "introduction";
      default -> "work";
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

  /** A case that Óscar has put right; Luz is asked. */
  public ProcessInstance solved() {
    var opened = opened();
    say(opened, "understandNeed", "PUT_RIGHT");
    say(opened, "putItRight", "SOLVED", "words", "We have paid the second bill back to you.");
    return opened;
  }

  /** A case of which Óscar has asked Mr Ríos of Luz's bank by mail, with her consent. */
  public ProcessInstance briefed() {
    var opened = opened();
    say(opened, "understandNeed", "INTRODUCE", "note", "Her bank: Mr Ríos, extension 12.");
    brief(opened);
    return opened;
  }

  /** Óscar asks Mr Ríos. */
  public void brief(ProcessInstance opened) {
    say(
        opened,
        "introduceContact",
        "BRIEF",
        "contactName",
        "Pablo Ríos",
        "organization",
        "Banco del Sur",
        "contactMail",
        "rios@bank.example",
        "language",
        "en",
        "consent",
        "CALL",
        "consentNote",
        "Yes, do tell him about it.",
        "story",
        "Luz Mar paid a bill twice; the bank holds the second payment.",
        "takeOverDays",
        "5");
  }

  /** Óscar introduces Luz and Mr Ríos, who has said yes, to each other. */
  public void introduce(ProcessInstance opened) {
    say(
        opened,
        "introduceContact",
        "INTRODUCE",
        "words",
        "Mr Ríos of your bank will pay it back to you.",
        "contactWords",
        "She is at home in the morning.");
  }

  /** Number of the case. */
  public static long id(ProcessInstance opened) {
    return Long.parseLong(opened.getBusinessKey());
  }

  /** Moves the clock. */
  public void at(String instant) {
    clock.moveTo(java.time.Instant.parse(instant));
  }
}
