package com.customerfocus.testing;

import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Resets before each test: no instances, cascades, notices or people; Monday, nine o'clock UTC. */
public class FreshStart implements TestExecutionListener {

  public static final Instant MONDAY_MORNING = Instant.parse("2026-03-02T09:00:00Z");

  /** Our tables, each after those that refer to it. */
  private static final List<String> TABLES =
      """
      notice
      incoming_mail
      incoming_mailbox
      incoming_answer
      password_mail
      login_failure
      question_step
      question
      promise_event
      promise
      culture_attribute
      attestation
      memo_version
      receipt
      escalation
      briefing
      cascade
      absence
      organization_import
      person
      department
      """
          .lines()
          .toList();

  @Override
  public void beforeTestMethod(TestContext test) {
    var beans = test.getApplicationContext();
    beans.getBean(MovableClock.class).moveTo(MONDAY_MORNING);
    // The web applications look their engine up by name, which other tests' programs share.
    ProcessEngines.registerProcessEngine(beans.getBean(ProcessEngine.class));
    var runtime = beans.getBean(RuntimeService.class);
    var instances =
        runtime.createProcessInstanceQuery().rootProcessInstances().unlimitedList().stream()
            .map(ProcessInstance::getId)
            .toList();
    runtime.deleteProcessInstancesIfExists(instances, "fresh start", true, true, true);
    var jdbc = beans.getBean(JdbcTemplate.class);
    TABLES.forEach(table -> jdbc.update("delete from " + table));
    jdbc.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ <> 'admin'");
    jdbc.update("delete from ACT_ID_USER where ID_ <> 'admin'");
    // Imports of a test may have named the administrator.
    jdbc.update("update ACT_ID_USER set FIRST_ = 'admin', LAST_ = '', EMAIL_ = null");
    jdbc.update(
        "delete from ACT_RU_AUTHORIZATION where USER_ID_ is not null and USER_ID_ not in ('*', 'admin')");
  }
}
