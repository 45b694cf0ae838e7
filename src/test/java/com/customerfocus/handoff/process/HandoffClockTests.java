package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_NEW_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.ANSWER_PARTNER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CHOOSE_ANOTHER_WAY;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.FOLLOW_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.customerfocus.deadline.level.ClockResult;
import com.customerfocus.deadline.level.ClockState;
import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.deadline.level.Turn;
import com.customerfocus.deadline.level.Turns;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The clocks of handoffs where other programs went wrong. Óscar of the order desk asks Logistics on
 * Monday, 2 March 2026, 9:00; all have 4 hours to own, 3 days to deliver and a day to answer.
 */
@CustomerFocusTest
class HandoffClockTests {

  private static final String OWN = "time-to-own";
  private static final String DELIVERY = "time-to-deliver";
  private static final String ANSWER = "time-to-answer";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final ServiceClocks clocks;
  private final Turns turns;
  private final HandoffView view;

  @Autowired
  HandoffClockTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      HandoffSteps steps,
      ServiceClocks clocks,
      Turns turns,
      HandoffView view) {
    this.engine = engine;
    this.importer = importer;
    this.steps = steps;
    this.clocks = clocks;
    this.turns = turns;
    this.view = view;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
  }

  @Test
  void theSecondDepartmentIsNotBlamedForTheTimeOfTheFirst() {
    var handoff = steps.asked();
    steps.at("2026-03-02T14:00:00Z");
    steps.decline(handoff, "luis");
    var first = only(handoff, OWN);
    steps.at("2026-03-02T15:00:00Z");
    another(handoff, "workshop");

    assertThat(open(handoff))
        .extracting(ServiceClock::metric, ServiceClock::holder, ServiceClock::dueAt)
        .containsExactly(tuple(OWN, "workshop", at("2026-03-03T11:00")));
    assertThat(steps.task(handoff, ACCEPT_HANDOFF).getDueDate())
        .isEqualTo(Date.from(at("2026-03-03T11:00")));

    steps.at("2026-03-02T15:30:00Z");
    steps.say(handoff, "walt", ACCEPT_HANDOFF, "ACCEPT", "date", "2026-03-04T16:00");

    assertThat(of(handoff, OWN))
        .extracting(ServiceClock::holder, ServiceClock::ran, ServiceClock::result)
        .containsExactly(
            tuple("logistics", Duration.ofHours(5), ClockResult.MISSED),
            tuple("workshop", Duration.ofMinutes(30), ClockResult.MET));
    assertThat(of(handoff, OWN).get(0)).as("a result is a fact").isEqualTo(first);
    assertThat(of(handoff, ANSWER))
        .extracting(ServiceClock::holder, ServiceClock::ran, ServiceClock::result)
        .containsExactly(tuple("order-desk", Duration.ofHours(1), ClockResult.MET));
    assertThat(of(handoff, DELIVERY)).extracting(ServiceClock::holder).containsExactly("workshop");
  }

  @Test
  void assigningWithinADepartmentChangesNoClockWhileItIsAsked() {
    var handoff = steps.asked();
    var before = all(handoff);

    giveAround(handoff, ACCEPT_HANDOFF);

    assertThat(all(handoff)).isEqualTo(before);
    assertThat(turnsOf(handoff)).hasSize(1);
  }

  @Test
  void assigningWithinADepartmentChangesNoClockWhileItIsDone() {
    var handoff = steps.accepted();
    var before = all(handoff);

    giveAround(handoff, DELIVER);

    assertThat(all(handoff)).isEqualTo(before);
    assertThat(turnsOf(handoff)).hasSize(1);
  }

  /** Claimed, given to a colleague and back to the department, each some minutes later. */
  private void giveAround(ProcessInstance handoff, String element) {
    steps.at("2026-03-02T09:17:03Z");
    engine.getTaskService().setAssignee(steps.task(handoff, element).getId(), "luis");
    steps.at("2026-03-02T09:31:07Z");
    var give = "Lars knows the way to the mill.";
    steps.say(handoff, "luis", element, "GIVE_TO_COLLEAGUE", "colleague", "Lars", "note", give);
    steps.at("2026-03-02T10:02:11Z");
    steps.say(handoff, "lars", element, "GIVE_BACK", "note", "I am away tomorrow.");
    steps.at("2026-03-02T11:02:11Z");
  }

  @Test
  void aPriorityRaisedWhileAskedBackKeepsTheIntervalsAndBreachesNothing() {
    var handoff = steps.asked();
    steps.at("2026-03-02T09:20:00Z");
    steps.say(handoff, "luis", ACCEPT_HANDOFF, "ASK_BACK", "note", "How wide is the gate there?");
    steps.at("2026-03-02T15:00:00Z");
    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", "URGENT");

    var own = only(handoff, OWN);
    assertThat(own.state()).isEqualTo(ClockState.STOPPED);
    assertThat(own.target().amount().hours()).isEqualTo(Duration.ofHours(1));
    assertThat(own.ran()).isEqualTo(Duration.ofMinutes(20));
    assertThat(own.breachAt()).isNull();
    assertThat(only(handoff, ANSWER).dueAt())
        .as("4 h from 9:20, and at least an hour is left")
        .isEqualTo(at("2026-03-02T16:00"));
    assertThat(steps.task(handoff, ANSWER_PARTNER).getDueDate())
        .isEqualTo(Date.from(at("2026-03-02T16:00")));

    steps.at("2026-03-02T15:30:00Z");
    steps.say(handoff, "oscar", ANSWER_PARTNER, "ANSWER", "note", "Two metres and forty.");

    assertThat(only(handoff, OWN).dueAt())
        .as("40 minutes would be left, which is less than an hour")
        .isEqualTo(at("2026-03-02T16:30"));
    assertThat(only(handoff, OWN).breaches()).isZero();
    assertThat(turnsOf(handoff))
        .containsExactly(
            new Turn("logistics", at("2026-03-02T09:00"), at("2026-03-02T09:20")),
            new Turn("order-desk", at("2026-03-02T09:20"), at("2026-03-02T15:30")),
            new Turn("logistics", at("2026-03-02T15:30"), null));
  }

  @Test
  void thePartnersTaskIsDueByTheNewTargetWhenThePriorityChanges() {
    var handoff = steps.asked();
    steps.at("2026-03-02T09:20:00Z");

    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", "URGENT");

    var task = steps.task(handoff, ACCEPT_HANDOFF);
    assertThat(only(handoff, OWN).dueAt()).isEqualTo(at("2026-03-02T10:20"));
    assertThat(task.getDueDate()).isEqualTo(Date.from(at("2026-03-02T10:20")));
    assertThat(task.getName()).contains("10:20");
  }

  @Test
  void thePartnersTaskIsDueByTheNewDateOnceItIsAgreed() {
    var handoff = steps.accepted();
    steps.askForFriday(handoff);

    steps.say(handoff, "oscar", AGREE_ON_NEW_DATE, "AGREE_ON_NEW_DATE");

    var task = steps.task(handoff, DELIVER);
    assertThat(task.getDueDate()).isEqualTo(Date.from(at("2026-03-06T12:00")));
    assertThat(task.getName()).contains("6 Mar").doesNotContain("4 Mar");
  }

  /** Friday, 16:30 in Madrid, is half an hour before the end; clocks go back on Sunday. */
  @Test
  void aDepartmentsClockCountsTheHoursOfItsOwnCalendar() {
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("olga", "Olga", "boss", "Order Desk", "en", "department-head")
        .add("oscar", "Óscar", "olga", "Order Desk", "es", "front-line")
        .at("Toledo")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("luis", "Luis", "lena", "Logistics", "es", "")
        .importInto(importer);
    steps.at("2026-10-23T14:30:00Z");
    var request = HandoffSteps.request();
    request.put("wished", "2026-10-28T16:00");

    var handoff = steps.ask("oscar", request);

    assertThat(only(handoff, OWN).dueAt()).isEqualTo(at("2026-10-26T11:30"));
    assertThat(steps.task(handoff, ACCEPT_HANDOFF).getName()).contains("12:30");
  }

  @Test
  void onlyTheClockOfTheNewPartnerIsOpenAndShown() {
    var handoff = steps.asked();
    steps.at("2026-03-02T10:00:00Z");
    steps.decline(handoff, "luis");
    another(handoff, "workshop");

    assertThat(open(handoff)).extracting(ServiceClock::holder).containsExactly("workshop");
    assertThat(of(handoff, DELIVERY)).isEmpty();
    assertThat(steps.task(handoff, ACCEPT_HANDOFF).getName()).contains("14:00");
  }

  @Test
  void aDepartmentThatDeclinedMayBeAskedAgain() {
    var handoff = steps.asked();
    steps.decline(handoff, "luis");
    another(handoff, "workshop");
    steps.decline(handoff, "walt");
    steps.at("2026-03-02T11:00:00Z");

    another(handoff, "logistics");

    assertThat(ofGroup("logistics"))
        .extracting(Task::getProcessInstanceId)
        .contains(handoff.getId());
    assertThat(ofGroup("workshop")).isEmpty();
    assertThat(open(handoff))
        .extracting(ServiceClock::holder, ServiceClock::dueAt)
        .containsExactly(tuple("logistics", at("2026-03-02T15:00")));
    steps.accept(handoff);
    assertThat(of(handoff, OWN)).hasSize(3);
  }

  @Test
  void aPartnerWhoseDateIsRefusedHasTheRestOfItsTime() {
    var handoff = steps.asked();
    steps.at("2026-03-02T10:00:00Z");
    steps.say(handoff, "luis", ACCEPT_HANDOFF, "PROPOSE_DATE", "date", "2026-03-06T12:00");
    var first = only(handoff, OWN);
    steps.at("2026-03-02T11:00:00Z");

    steps.say(handoff, "oscar", AGREE_ON_DATE, "REFUSE_DATE", "note", "The mill stands still.");

    assertThat(open(handoff))
        .extracting(ServiceClock::metric, ServiceClock::holder, ServiceClock::dueAt)
        .containsExactly(tuple(OWN, "logistics", at("2026-03-02T14:00")));
    assertThat(of(handoff, OWN)).first().isEqualTo(first);
    assertThat(steps.task(handoff, ACCEPT_HANDOFF).getDueDate())
        .isEqualTo(Date.from(at("2026-03-02T14:00")));
  }

  @Test
  void aPartnerWhoseDatesAreRefusedTwiceHasWhatTheFirstTwoRoundsLeft() {
    var handoff = steps.asked();
    steps.at("2026-03-02T11:00:00Z");
    proposeAndRefuse(handoff);
    assertThat(open(handoff).get(0).dueAt()).isEqualTo(at("2026-03-02T13:00"));
    steps.at("2026-03-02T11:30:00Z");

    proposeAndRefuse(handoff);

    assertThat(open(handoff).get(0).dueAt())
        .as("an hour and a half of the four hours is left")
        .isEqualTo(at("2026-03-02T13:00"));
  }

  private void proposeAndRefuse(ProcessInstance handoff) {
    steps.say(handoff, "luis", ACCEPT_HANDOFF, "PROPOSE_DATE", "date", "2026-03-06T12:00");
    steps.say(handoff, "oscar", AGREE_ON_DATE, "REFUSE_DATE", "note", "The mill stands still.");
  }

  @Test
  void aPriorityRaisedWhileADateIsProposedHoldsForTheRest() {
    var handoff = steps.asked();
    steps.say(handoff, "luis", ACCEPT_HANDOFF, "PROPOSE_DATE", "date", "2026-03-06T12:00");
    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", "URGENT");

    steps.say(handoff, "oscar", AGREE_ON_DATE, "REFUSE_DATE", "note", "The mill stands still.");

    var rest = open(handoff).get(0);
    assertThat(rest.target().amount().hours()).isEqualTo(Duration.ofHours(1));
    assertThat(rest.dueAt()).isEqualTo(at("2026-03-02T10:00"));
  }

  @Test
  void whatIsGivenUpWasNotDeliveredInTime() {
    var handoff = steps.accepted();

    steps.giveUp(handoff);

    assertThat(only(handoff, OWN).result()).isEqualTo(ClockResult.MET);
    assertThat(only(handoff, DELIVERY).state()).isEqualTo(ClockState.ENDED);
    assertThat(only(handoff, DELIVERY).result()).isNull();
  }

  @Test
  void whatIsWithdrawnWasNotAnsweredInTime() {
    var handoff = steps.asked();
    steps.say(handoff, "luis", ACCEPT_HANDOFF, "ASK_BACK", "note", "How wide is the gate there?");

    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "WITHDRAW", "note", "The customer has a van.");

    assertThat(open(handoff)).isEmpty();
    assertThat(all(handoff)).hasSize(2).allMatch(it -> it.result() == null);
  }

  @Test
  void askingTheSameWithoutAChangeIsRefused() {
    var handoff = steps.asked();
    steps.decline(handoff, "luis");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> steps.say(handoff, "oscar", CHOOSE_ANOTHER_WAY, "REQUEST"));
    assertThat(steps.open(handoff)).contains(CHOOSE_ANOTHER_WAY);
  }

  @Test
  void whatIsGivenBackIsThePersonsNoLonger() {
    for (var element : List.of(ACCEPT_HANDOFF, DELIVER)) {
      var handoff = element.equals(DELIVER) ? steps.accepted() : steps.asked();
      if (element.equals(ACCEPT_HANDOFF)) {
        engine.getTaskService().setAssignee(steps.task(handoff, element).getId(), "luis");
      }
      steps.say(handoff, "luis", element, "GIVE_BACK", "note", "I am away tomorrow.");

      var task = steps.task(handoff, element);
      assertThat(task.getAssignee()).isNull();
      assertThat(task.getOwner()).isNull();
      assertThat(ofGroup("logistics")).extracting(Task::getId).contains(task.getId());
      assertThat(engine.getTaskService().createTaskQuery().taskAssignee("luis").list()).isEmpty();
      assertThat(view.handoff(HandoffSteps.id(handoff)).ownerId()).isNull();
      if (element.equals(DELIVER)) {
        steps.say(handoff, "lars", element, "DELIVER", "note", "It stands in the mill.");
      }
    }
  }

  @Test
  void aReopenedHandoffHasTheRestOfItsTimeAndTheFirstClockKeepsItsResult() {
    var handoff = steps.accepted();
    steps.at("2026-03-03T10:00:00Z");
    steps.deliver(handoff);
    var first = only(handoff, DELIVERY);
    steps.at("2026-03-05T10:00:00Z");

    steps.reopen(handoff);

    assertThat(first.result()).isEqualTo(ClockResult.MET);
    assertThat(of(handoff, DELIVERY)).hasSize(2).first().isEqualTo(first);
    assertThat(open(handoff).get(0).dueAt())
        .as("3 days of 8 hours less the 9 hours that were used")
        .isEqualTo(at("2026-03-06T17:00"));
  }

  @Test
  void aHandoffReopenedWithoutTimeLeftHasAnHour() {
    var handoff = steps.accepted();
    steps.at("2026-03-06T10:00:00Z");
    steps.deliver(handoff);
    var first = only(handoff, DELIVERY);
    assertThat(first.result()).isEqualTo(ClockResult.MISSED);

    steps.reopen(handoff);

    assertThat(open(handoff).get(0).dueAt()).isEqualTo(at("2026-03-06T11:00"));
    assertThat(of(handoff, DELIVERY).get(0)).isEqualTo(first);
    steps.at("2026-03-06T10:30:00Z");
    steps.deliver(handoff);
    assertThat(of(handoff, DELIVERY))
        .extracting(ServiceClock::result)
        .containsExactly(ClockResult.MISSED, ClockResult.MET);
  }

  private void another(ProcessInstance handoff, String partner) {
    steps.say(handoff, "oscar", CHOOSE_ANOTHER_WAY, "ASK_ANOTHER", "partner", partner);
  }

  private List<Task> ofGroup(String department) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskCandidateGroup("department-" + department)
        .list();
  }

  private List<ServiceClock> all(ProcessInstance handoff) {
    return clocks.clocks(subject(handoff));
  }

  private List<ServiceClock> of(ProcessInstance handoff, String metric) {
    return all(handoff).stream().filter(it -> it.metric().equals(metric)).toList();
  }

  private ServiceClock only(ProcessInstance handoff, String metric) {
    var found = of(handoff, metric);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<ServiceClock> open(ProcessInstance handoff) {
    return all(handoff).stream().filter(it -> it.state() != ClockState.ENDED).toList();
  }

  private List<Turn> turnsOf(ProcessInstance handoff) {
    return turns.list(subject(handoff));
  }

  private static ClockSubject subject(ProcessInstance handoff) {
    return new ClockSubject("handoff", HandoffSteps.id(handoff));
  }

  private static Instant at(String utc) {
    return Instant.parse(utc + ":00Z");
  }
}
