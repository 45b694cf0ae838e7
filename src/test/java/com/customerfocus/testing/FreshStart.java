package com.customerfocus.testing;

import java.time.Instant;
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

  /** Deletes from our tables, each after those that refer to it, and from the engine's. */
  private static final String[] DELETIONS =
      """
      delete from notice
      delete from incoming_mail
      delete from incoming_mailbox
      delete from incoming_answer
      delete from customer_introduction
      delete from case_follow_up
      delete from case_follow_up_case
      delete from case_follow_up_plan
      delete from case_survey
      delete from case_legal_deadline
      delete from customer_case_contact where corrects_id is not null
      delete from customer_case_contact
      delete from customer_case_clock
      delete from customer_case_late
      delete from customer_case_offer
      delete from customer_case_escalation
      delete from customer_case_partner_late
      delete from customer_case_event
      delete from goodwill
      delete from customer_case where joined_to_id is not null
      delete from customer_case where previous_id is not null
      delete from customer_case
      delete from customer
      delete from customer_data_request
      delete from customer_import
      delete from password_mail
      delete from login_failure
      delete from question_step
      delete from question
      delete from decision_upload
      delete from attachment
      delete from service_clock
      delete from service_turn
      delete from handoff_rating
      delete from handoff_follower
      delete from handoff_event
      delete from handoff_breach
      delete from handoff_digest
      delete from handoff
      delete from promise_event
      delete from promise
      delete from culture_attribute
      delete from attestation
      delete from memo_version
      delete from receipt
      delete from escalation
      delete from briefing
      delete from cascade
      delete from absence
      delete from organization_import
      delete from person
      delete from department
      delete from ACT_ID_MEMBERSHIP where USER_ID_ <> 'admin'
      delete from ACT_ID_USER where ID_ <> 'admin'
      update ACT_ID_USER set FIRST_ = 'admin', LAST_ = '', EMAIL_ = null
      delete from ACT_RU_AUTHORIZATION where USER_ID_ is not null and USER_ID_ not in ('*', 'admin')
      """
          .lines()
          .toArray(String[]::new);

  @Override
  public void beforeTestMethod(TestContext test) {
    var beans = test.getApplicationContext();
    beans.getBean(CountedDatabase.class).stopCounting();
    beans.getBean(MovableClock.class).moveTo(MONDAY_MORNING);
    // The web applications look their engine up by name, which other tests' programs share.
    ProcessEngines.registerProcessEngine(beans.getBean(ProcessEngine.class));
    var runtime = beans.getBean(RuntimeService.class);
    var instances =
        runtime.createProcessInstanceQuery().rootProcessInstances().unlimitedList().stream()
            .map(ProcessInstance::getId)
            .toList();
    // Imports of a test may have named the administrator, hence the update. What an instance is
    // about goes first, so that its end concerns nothing.
    beans.getBean(JdbcTemplate.class).batchUpdate(DELETIONS);
    runtime.deleteProcessInstancesIfExists(instances, "fresh start", true, true, false);
  }
}
