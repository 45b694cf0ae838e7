package com.customerfocus.customercase.escalation.process;

import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.CASE_DECIDED;
import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.DECIDE_CASE;
import static com.customerfocus.customercase.escalation.process.CaseEscalationProcess.NOTHING_TO_DECIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.escalation.CaseDecision;
import com.customerfocus.customercase.escalation.CaseEscalation;
import com.customerfocus.customercase.escalation.CaseEscalationReason;
import com.customerfocus.customercase.escalation.CaseEscalationView;
import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.RefusalException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TakesAllOf;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Luz's case, opened by Óscar on Monday, 2 March 2026, 9:00, comes to Olga, his manager. */
@CustomerFocusTest
@TakesAllOf(CaseEscalationProcess.KEY)
class CaseEscalationTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final HandoffSteps handoffs;
  private final CaseView view;
  private final CaseEscalationView escalations;
  private final CustomerSteps customers;
  private final CascadeSteps people;
  private final AbsenceService absences;
  private final Sweep late;
  private final Sweep overdue;
  private final Sweep clocks;

  @Autowired
  CaseEscalationTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      HandoffSteps handoffs,
      CaseView view,
      CaseEscalationView escalations,
      CustomerSteps customers,
      CascadeSteps people,
      AbsenceService absences,
      @Qualifier("lateNews") Sweep late,
      @Qualifier("caseFindOut") Sweep overdue,
      @Qualifier("lateClocks") Sweep clocks) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.handoffs = handoffs;
    this.view = view;
    this.escalations = escalations;
    this.customers = customers;
    this.people = people;
    this.absences = absences;
    this.late = late;
    this.overdue = overdue;
    this.clocks = clocks;
  }

  @BeforeEach
  void people() {
    init(engine);
    CaseSteps.people(importer, rows);
  }

  private List<CaseEscalation> of(ProcessInstance opened) {
    return escalations.ofCase(CaseSteps.id(opened));
  }

  private ProcessInstance process() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(CaseEscalationProcess.KEY)
        .singleResult();
  }

  private ProcessInstance notComfortableTwice() {
    var opened = steps.solved();
    steps.say(opened, "checkComfort", "NOT_COMFORTABLE", "note", "She still waits for it.");
    assertThat(of(opened)).isEmpty();
    again(opened);
    return opened;
  }

  private void again(ProcessInstance opened) {
    steps.say(opened, "understandNeed", "PUT_RIGHT");
    steps.say(opened, "putItRight", "SOLVED", "words", "We have paid the second bill back to you.");
    steps.say(opened, "checkComfort", "NOT_COMFORTABLE", "note", "She still waits for it.");
  }

  @Test
  void theManagerWhoTakesItOverOwnsTheCase() {
    var opened = notComfortableTwice();
    var asked = process();
    assertThat(asked).isWaitingAtExactly(DECIDE_CASE);
    assertThat(steps.task(asked, DECIDE_CASE)).isAssignedTo("olga");
    assertThat(of(opened))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(CaseEscalationReason.NOT_COMFORTABLE));

    steps.answer(
        "olga", asked, DECIDE_CASE, "caseDecision", "TAKE_OVER", "note", "I call the bank myself.");

    assertThat(asked).isEnded().hasPassed(CASE_DECIDED);
    assertThat(view.find(CaseSteps.id(opened)).orElseThrow().ownerId()).isEqualTo("olga");
    assertThat(of(opened).get(0).decision()).isEqualTo(CaseDecision.TAKE_OVER);
  }

  @Test
  void aDecisionIsNeverEmptyAndElseTheOwnerKeepsTheCase() {
    var opened = notComfortableTwice();
    var asked = process();
    refused("refusal.case-escalation.note", asked, "GIVE_MEANS", "note", "ok");
    refused("refusal.case.decision", asked, "LAPSED", "note", "Nothing at all is decided.");

    steps.answer(
        "olga", asked, DECIDE_CASE, "caseDecision", "GIVE_MEANS", "note", "You may pay it back.");

    assertThat(view.find(CaseSteps.id(opened)).orElseThrow().ownerId()).isEqualTo("oscar");
    assertThat(
            rows.queryForObject(
                "select count(*) from notice where kind = 'case-decided'"
                    + " and recipient_id = 'oscar'",
                Integer.class))
        .isOne();
  }

  private void refused(String key, ProcessInstance asked, String... said) {
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> steps.answer("olga", asked, DECIDE_CASE, "caseDecision", said))
        .satisfies(it -> assertThat(it.sentences().get(0).getDefaultMessage()).isEqualTo(key));
  }

  @Test
  void eachReasonEscalatesOnceInARunOfTheCase() {
    var opened = notComfortableTwice();
    again(opened);

    assertThat(of(opened)).hasSize(1);
  }

  @Test
  void inTheNextRunOfTheCaseTheReasonEscalatesAgain() {
    var opened = notComfortableTwice();
    steps.say(opened, "understandNeed", "PUT_RIGHT");
    steps.say(opened, "putItRight", "SOLVED", "words", "We have paid the second bill back to you.");
    customers.comfortable(CaseSteps.id(opened), null);
    customers.notComfortable(CaseSteps.id(opened), "They charged me again.");
    var reopened =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(opened.getBusinessKey(), "stay-with-customer")
            .singleResult();
    again(reopened);
    assertThat(of(opened)).hasSize(1);

    again(reopened);

    assertThat(of(opened)).extracting(CaseEscalation::cycle).containsExactly(1, 2);
  }

  @Test
  void whoActsForAnAbsentManagerDecidesAndOwnsWhatTheyTakeOver() {
    people.away("olga", "2026-03-02", "2026-03-06", "lena");
    var opened = notComfortableTwice();
    var asked = process();
    assertThat(steps.task(asked, DECIDE_CASE)).isAssignedTo("lena");
    assertThat(view.caseHtml(CaseSteps.id(opened)))
        .contains("The customer was not comfortable for the second time. Olga decides by");

    steps.answer(
        "lena", asked, DECIDE_CASE, "caseDecision", "TAKE_OVER", "note", "I call the bank myself.");

    assertThat(view.find(CaseSteps.id(opened)).orElseThrow().ownerId()).isEqualTo("lena");
    assertThat(told("oscar")).isOne();
    assertThat(view.caseHtml(CaseSteps.id(opened))).contains("“I call the bank myself.”");
  }

  private int told(String owner) {
    return rows.queryForObject(
        "select count(*) from notice where kind = 'case-decided' and recipient_id = ?",
        Integer.class,
        owner);
  }

  @Test
  void whenTheManagerLeavesTheNextOneUpDecides() {
    var opened = notComfortableTwice();
    var asked = process();
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("oscar", "Óscar", "boss", "Order Desk", "es", "front-line")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("luis", "Luis", "lena", "Logistics", "es", "")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .importInto(importer);
    assertThat(steps.task(asked, DECIDE_CASE)).isAssignedTo("boss");

    steps.answer(
        "boss", asked, DECIDE_CASE, "caseDecision", "TAKE_OVER", "note", "I call the bank myself.");

    assertThat(view.find(CaseSteps.id(opened)).orElseThrow().ownerId()).isEqualTo("boss");
  }

  @Test
  void whereThereIsNoManagerAboveTheOwnerDecides() {
    var opened = steps.solved();
    var offer =
        steps.start(
            "oscar",
            "hand-over-ownership",
            "ownershipOffer",
            "caseNumber",
            opened.getBusinessKey(),
            "colleague",
            "boss",
            "reason",
            "CUSTOMERS_WISH",
            "note",
            "She wants to talk to you alone.");
    steps.answer("boss", offer, "takeOverCase", "offerAnswer", "ACCEPT");
    for (var i = 0; i < 2; i++) {
      steps.sayAs("boss", opened, "checkComfort", "NOT_COMFORTABLE", "note", "She waits for it.");
      steps.sayAs("boss", opened, "understandNeed", "PUT_RIGHT");
      steps.sayAs("boss", opened, "putItRight", "SOLVED", "words", "We have paid it back to you.");
    }
    var asked = process();
    assertThat(steps.task(asked, DECIDE_CASE)).isAssignedTo("boss");

    steps.answer(
        "boss", asked, DECIDE_CASE, "caseDecision", "GIVE_MEANS", "note", "Pay it back today.");

    assertThat(asked).isEnded();
    assertThat(told("boss")).as("he knows").isZero();
  }

  @Test
  void whoOwnsTheCaseByThenIsToldWhatWasDecided() {
    var opened = notComfortableTwice();
    var asked = process();
    people.away("oscar", "2026-03-02", "2026-03-06", "luis");
    while (absences.handOver()) {
      // Until all are handed over.
    }

    steps.answer(
        "olga", asked, DECIDE_CASE, "caseDecision", "GIVE_MEANS", "note", "You may pay it back.");

    assertThat(told("luis")).isOne();
    assertThat(told("oscar")).isZero();
  }

  @Test
  void theSecondLateNewsEscalate() {
    var opened = steps.opened();
    steps.at("2026-03-04T09:00:01Z");
    look();
    assertThat(of(opened)).isEmpty();
    steps.say(opened, "stayWithCustomer", "CALL", "words", "Nothing has changed until now.");

    steps.at("2026-03-09T09:00:01Z");
    look();

    assertThat(of(opened))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(CaseEscalationReason.LATE_NEWS));
  }

  @Test
  void oneMoreCadenceOfSilenceIsLateOnceMoreAndEscalates() {
    var opened = steps.opened();
    steps.at("2026-03-04T09:00:01Z");
    look();
    steps.at("2026-03-06T09:00:01Z");
    look();
    assertThat(of(opened)).isEmpty();

    steps.at("2026-03-06T09:00:02Z");
    look();
    look();

    assertThat(of(opened))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(CaseEscalationReason.LATE_NEWS));
  }

  private void look() {
    late.runSome().getAsBoolean();
  }

  @Test
  void whatIsNotFoundOutInTimeEscalatesAndLapsesWithTheCase() {
    var opened = steps.opened();
    steps.say(opened, "understandNeed", "FIND_OUT", "note", "Which bank has the money now?");
    steps.at("2026-03-04T09:00:00Z");
    overdue.runSome().getAsBoolean();
    assertThat(of(opened)).isEmpty();

    steps.at("2026-03-04T09:00:01Z");
    overdue.runSome().getAsBoolean();
    overdue.runSome().getAsBoolean();

    assertThat(of(opened))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(CaseEscalationReason.FIND_OUT_OVERDUE));
    var asked = process();
    steps.say(opened, "stayWithCustomer", "WITHDRAW", "note", "She wants nothing more.");
    assertThat(asked).isEnded().hasPassed(NOTHING_TO_DECIDE);
    assertThat(of(opened).get(0).decision()).isEqualTo(CaseDecision.LAPSED);
  }

  @Test
  void aPartnerWhoIsLateTwiceEscalates() {
    var opened = steps.opened();
    for (var wished : List.of("2026-03-04T16:00", "2026-03-25T16:00")) {
      steps.say(
          opened,
          steps.open(opened).contains("findOut") ? "findOut" : "understandNeed",
          "ASK_PARTNER",
          "partner",
          "logistics",
          "need",
          "Her pump stands at the wrong mill",
          "doneWhen",
          "The pump stands in her mill.",
          "wished",
          wished);
      steps.at(wished.startsWith("2026-03-04") ? "2026-03-16T09:00:00Z" : "2026-04-06T09:00:00Z");
      clocks.runSome().getAsBoolean();
      if (wished.startsWith("2026-03-04")) {
        assertThat(of(opened)).isEmpty();
        withdraw(opened);
      }
    }

    assertThat(of(opened))
        .singleElement()
        .satisfies(it -> assertThat(it.reason()).isEqualTo(CaseEscalationReason.PARTNER_LATE));
  }

  private void withdraw(ProcessInstance opened) {
    var handoff =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .superProcessInstanceId(opened.getId())
            .singleResult();
    handoffs.say(handoff, "oscar", "followHandoff", "WITHDRAW", "note", "No longer needed.");
  }
}
