package com.customerfocus.customercase;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One case that the database refuses to change, in each sweep of cases: it holds up no other and is
 * tried again later.
 */
@CustomerFocusTest
class FailingCasesTests {

  private static final String LATE = "select count(*) from customer_case_late where case_id = ?";

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CustomerSteps customers;
  private final MovableClock clock;
  private final Map<String, Sweep> sweeps;

  @Autowired
  FailingCasesTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CustomerSteps customers,
      MovableClock clock,
      Map<String, Sweep> sweeps) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.customers = customers;
    this.clock = clock;
    this.sweeps = sweeps;
  }

  @BeforeEach
  void people() {
    CaseSteps.people(importer, rows);
  }

  private ProcessInstance ofJoe() {
    var request = CaseSteps.request();
    request.put("customer", "C-2");
    return steps.open("oscar", request);
  }

  /**
   * What a sweep does to a case.
   *
   * @param sweep its bean
   * @param done counts what it has done to a case
   * @param table what it writes
   * @param refused condition on the table that holds of all but the failing case, which is %d
   */
  private record Work(String sweep, String done, String table, String refused) {}

  private void holdsUpNoOther(Work work, String when, ProcessInstance one, ProcessInstance two) {
    steps.at(when);
    var failing = CaseSteps.id(one);
    rows.execute(
        "alter table %s add constraint refused check (%s)"
            .formatted(work.table(), work.refused().formatted(failing)));
    try (var log = new LogLines()) {
      run(work);
      run(work);
      assertThat(log.all())
          .filteredOn(it -> it.contains("is tried again later"))
          .as("not again at once")
          .hasSize(1);
    } finally {
      rows.execute("alter table %s drop constraint refused".formatted(work.table()));
    }
    assertThat(done(work, two)).as("the other one").isOne();
    assertThat(done(work, one)).as("the failing one").isZero();

    clock.moveBy(Duration.ofMinutes(11));
    run(work);

    assertThat(done(work, one)).as("later").isOne();
    assertThat(done(work, two)).as("the other one, once").isOne();
  }

  private void run(Work work) {
    while (sweeps.get(work.sweep()).runSome().getAsBoolean()) {
      // Until nothing more is due.
    }
  }

  private int done(Work work, ProcessInstance one) {
    return rows.queryForObject(work.done(), Integer.class, CaseSteps.id(one));
  }

  @Test
  void lateNews() {
    holdsUpNoOther(
        new Work("lateNews", LATE, "customer_case_late", "case_id <> %d"),
        "2026-03-04T09:00:01Z",
        steps.opened(),
        ofJoe());
  }

  @Test
  void questionsAboutComfort() {
    var joe = ofJoe();
    steps.say(joe, "understandNeed", "PUT_RIGHT");
    steps.say(joe, "putItRight", "SOLVED", "words", "We have paid the second bill back to you.");
    holdsUpNoOther(
        new Work(
            "comfortQuestionSweep",
            "select count(*) from customer_case_event where step = 'ASK_AGAIN' and case_id = ?",
            "customer_case_event",
            "case_id <> %d or step <> 'ASK_AGAIN'"),
        "2026-03-05T09:00:00Z",
        steps.solved(),
        joe);
  }

  @Test
  void overdueFindingOut() {
    var luz = steps.opened();
    var joe = ofJoe();
    steps.say(luz, "understandNeed", "FIND_OUT", "note", "Is it the bank or the shop?");
    steps.say(joe, "understandNeed", "FIND_OUT", "note", "Is it the bank or the shop?");
    holdsUpNoOther(
        new Work(
            "caseFindOut",
            "select count(*) from customer_case_escalation where case_id = ?",
            "customer_case_escalation",
            "case_id <> %d"),
        "2026-03-30T09:00:00Z",
        luz,
        joe);
  }

  @Test
  void contactsWhoDoNotAnswer() {
    var luz = steps.briefed();
    var joe = ofJoe();
    steps.say(joe, "understandNeed", "INTRODUCE", "note", "His bank: Mr Ríos, extension 12.");
    steps.brief(joe);
    holdsUpNoOther(
        new Work(
            "openIntroductions",
            "select count(*) from customer_introduction where ended_at is not null and case_id = ?",
            "customer_introduction",
            "case_id <> %d or ended_at is null"),
        "2026-03-30T09:00:00Z",
        luz,
        joe);
  }

  @Test
  void followUps() {
    var luz = steps.solved();
    var joe = ofJoe();
    steps.say(joe, "understandNeed", "PUT_RIGHT");
    steps.say(joe, "putItRight", "SOLVED", "words", "We have paid the second bill back to you.");
    customers.comfortable(CaseSteps.id(luz), null);
    customers.comfortable(CaseSteps.id(joe), null);
    var plan =
        rows.queryForObject(
            "select plan_id from case_follow_up_case where case_id = ?",
            Long.class,
            CaseSteps.id(luz));
    holdsUpNoOther(
        new Work(
            "dueFollowUps",
            """
            select count(*) from case_follow_up f join case_follow_up_case c on c.plan_id = f.plan_id
             where f.asked_at is not null and c.case_id = ?
            """,
            "case_follow_up",
            "plan_id <> " + plan + " or asked_at is null"),
        "2026-04-02T12:00:00Z",
        luz,
        joe);
  }
}
