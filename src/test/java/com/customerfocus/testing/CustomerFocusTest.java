package com.customerfocus.testing;

import com.customerfocus.attachment.FilesOfPromises;
import com.customerfocus.cascade.reminder.ReminderSteps;
import com.customerfocus.customer.data.CallsOfCustomer;
import com.customerfocus.customercase.legal.ChangeableLaws;
import com.customerfocus.engine.request.SampleEndpoints;
import com.customerfocus.notice.GreetingRenderer;
import com.customerfocus.notice.RecordedDeliveries;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the whole program with nothing replaced: real engine, real tables, real HTTP. The job
 * executor, the sweeps and the sending of notices are off, so that a test runs jobs, timers and
 * mails by hand; the clock is a {@link MovableClock}, and no node reads the database's time
 * meanwhile, which would disturb the statement budgets. Mails go to {@link TestMailServer}. People
 * in Toledo and in Boulder, Colorado, work from 09:00 to 17:00 on their own clock and keep their
 * own holidays, all others by the clock of the program and without holidays. Order Desk, Logistics,
 * Workshop and Contracts take handoffs. All such tests share one program; each starts without
 * people, cascades and process instances. Runs on H2 and, tagged {@code database}, once more on
 * PostgreSQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("database")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "customer-focus.notices.send-in-background=false",
      "customer-focus.sweeps.enabled=false",
      "customer-focus.clock.compare-every=1d",
      "customer-focus.administrator.id=admin",
      "customer-focus.administrator.password=admin-secret",
      "customer-focus.accounts.initial-password=secret",
      "customer-focus.accounts.password-iterations=1000",
      // Names that other tests do not use: their people would get accounts.
      "customer-focus.organization.handoff-departments=Order Desk,Logistics,Workshop,Contracts",
      "server.address=127.0.0.1",
      "customer-focus.base-url=http://localhost",
      "customer-focus.working-time.calendars.toledo.zone=Europe/Madrid",
      "customer-focus.working-time.calendars.toledo.country=es",
      "customer-focus.working-time.calendars.toledo.region=md",
      "customer-focus.working-time.calendars.boulder.zone=America/Denver",
      "customer-focus.working-time.calendars.boulder.country=us",
      "customer-focus.working-time.calendars.boulder.region=co"
    })
@ContextConfiguration(initializers = {TestDatabase.class, TestMailServer.class})
@Import({
  MovableClock.Configuration.class,
  ChangeableLaws.Configuration.class,
  ModelCoverage.Configuration.class,
  CountedDatabase.Configuration.class,
  SampleEndpoints.class,
  GreetingRenderer.class,
  RecordedDeliveries.class,
  CallsOfCustomer.class,
  FilesOfPromises.class,
  CascadeSteps.class,
  HandoffSteps.class,
  CaseSteps.class,
  ReminderSteps.class
})
@TestExecutionListeners(listeners = FreshStart.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface CustomerFocusTest {}
