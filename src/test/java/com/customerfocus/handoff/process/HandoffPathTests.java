package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_NEW_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.ANSWER_PARTNER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CHOOSE_ANOTHER_WAY;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CONFIRMATION_OVERDUE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CONFIRM_RESULT;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.FOLLOW_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.HANDOFF_CONFIRMED;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.HANDOFF_WITHDRAWN;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.NEW_DATE_ANSWERED;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.NOT_POSSIBLE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUEST_TAKEN_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseState;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TakesAllOf;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Óscar of the order desk asks Logistics on Monday, 2 March 2026, 9:00, for a van by Wednesday. */
@CustomerFocusTest
@TakesAllOf(PartnerHandoffProcess.KEY)
class HandoffPathTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final CascadeSteps timers;
  private final HandoffView view;
  private final PromiseReports promises;

  @Autowired
  HandoffPathTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      HandoffSteps steps,
      CascadeSteps timers,
      HandoffView view,
      PromiseReports promises) {
    this.engine = engine;
    this.importer = importer;
    this.steps = steps;
    this.timers = timers;
    this.view = view;
    this.promises = promises;
  }

  @BeforeEach
  void people() {
    init(engine);
    HandoffSteps.departments(importer);
  }

  @Test
  void aPromiseIsMadeDeliveredAndConfirmed() {
    var handoff = steps.asked();
    assertThat(handoff).isWaitingAtExactly(ACCEPT_HANDOFF, FOLLOW_HANDOFF);
    assertThat(steps.task(handoff, ACCEPT_HANDOFF))
        .isNotAssigned()
        .hasCandidateGroup("department-logistics");

    steps.accept(handoff);
    assertThat(handoff).isWaitingAtExactly(DELIVER, FOLLOW_HANDOFF);
    assertThat(steps.task(handoff, DELIVER)).isAssignedTo("luis");

    steps.deliver(handoff);
    assertThat(handoff).isWaitingAtExactly(CONFIRM_RESULT, FOLLOW_HANDOFF);
    assertThat(steps.task(handoff, CONFIRM_RESULT)).isAssignedTo("oscar");

    steps.confirm(handoff);
    assertThat(handoff).isEnded().hasPassed(HANDOFF_CONFIRMED);
    assertThat(state(handoff)).isEqualTo(HandoffState.CONFIRMED);
    assertThat(promise(handoff)).isEqualTo(PromiseState.KEPT);
  }

  @Test
  void aQuestionGoesToTheRequesterAndTheAnswerBack() {
    var handoff = steps.asked();

    steps.say(handoff, "luis", ACCEPT_HANDOFF, "ASK_BACK", "note", "How wide is the gate there?");
    assertThat(handoff).isWaitingAtExactly(ANSWER_PARTNER, FOLLOW_HANDOFF);
    steps.say(handoff, "oscar", ANSWER_PARTNER, "ANSWER", "note", "Two metres and forty.");

    assertThat(handoff).isWaitingAtExactly(ACCEPT_HANDOFF, FOLLOW_HANDOFF);
    assertThat(steps.task(handoff, ACCEPT_HANDOFF)).isAssignedTo("luis");
  }

  @Test
  void anotherDateIsPromisedOnceTheRequesterAgrees() {
    var handoff = steps.asked();

    steps.say(handoff, "luis", ACCEPT_HANDOFF, "PROPOSE_DATE", "date", "2026-03-06");
    assertThat(handoff).isWaitingAtExactly(AGREE_ON_DATE, FOLLOW_HANDOFF);
    steps.say(handoff, "oscar", AGREE_ON_DATE, "AGREE_ON_DATE");

    assertThat(handoff).isWaitingAtExactly(DELIVER, FOLLOW_HANDOFF);
    assertThat(steps.task(handoff, DELIVER)).isAssignedTo("luis");
    assertThat(promise(handoff)).isEqualTo(PromiseState.OPEN);
  }

  @Test
  void anotherDateThatIsRefusedGoesBackToThePartner() {
    var handoff = steps.asked();

    steps.say(handoff, "luis", ACCEPT_HANDOFF, "PROPOSE_DATE", "date", "2026-03-06");
    steps.say(handoff, "oscar", AGREE_ON_DATE, "REFUSE_DATE", "note", "The mill stands still.");

    assertThat(handoff).isWaitingAtExactly(ACCEPT_HANDOFF, FOLLOW_HANDOFF);
  }

  @Test
  void aDeclinedHandoffGoesToAnotherDepartment() {
    var handoff = steps.asked();
    steps.decline(handoff, "luis");
    assertThat(handoff).isWaitingAtExactly(CHOOSE_ANOTHER_WAY, FOLLOW_HANDOFF);

    steps.say(handoff, "oscar", CHOOSE_ANOTHER_WAY, "ASK_ANOTHER", "partner", "workshop");

    assertThat(steps.task(handoff, ACCEPT_HANDOFF)).hasCandidateGroup("department-workshop");
  }

  @Test
  void aDeclinedHandoffIsAskedAgainWithAChangedRequest() {
    var handoff = steps.asked();
    steps.decline(handoff, "luis");

    steps.say(
        handoff,
        "oscar",
        CHOOSE_ANOTHER_WAY,
        "REQUEST",
        "need",
        "A trailer for the pump",
        "date",
        "2026-03-05T12:00");

    assertThat(handoff).isWaitingAtExactly(ACCEPT_HANDOFF, FOLLOW_HANDOFF);
    assertThat(view.handoff(HandoffSteps.id(handoff)).subject())
        .isEqualTo("A trailer for the pump");
  }

  @Test
  void aDeclinedHandoffCanBeWithdrawn() {
    var handoff = steps.asked();
    steps.decline(handoff, "luis");

    steps.say(handoff, "oscar", CHOOSE_ANOTHER_WAY, "WITHDRAW", "note", "The mill has closed.");

    assertThat(handoff).isEnded().hasPassed(REQUEST_TAKEN_BACK);
  }

  @Test
  void aTaskIsGivenToAColleagueAndBackToTheDepartment() {
    var handoff = steps.asked();

    steps.say(
        handoff,
        "luis",
        ACCEPT_HANDOFF,
        "GIVE_TO_COLLEAGUE",
        "colleague",
        "Lars",
        "note",
        "Lars drives the van.");
    assertThat(steps.task(handoff, ACCEPT_HANDOFF)).isAssignedTo("lars");
    steps.say(handoff, "lars", ACCEPT_HANDOFF, "GIVE_BACK", "note", "I am away tomorrow.");

    assertThat(steps.task(handoff, ACCEPT_HANDOFF)).isNotAssigned();
  }

  @Test
  void aLaterDateIsAgreedWhileTheWorkGoesOn() {
    var handoff = steps.accepted();

    steps.askForFriday(handoff);
    assertThat(handoff).isWaitingAtExactly(DELIVER, AGREE_ON_NEW_DATE, FOLLOW_HANDOFF);
    steps.say(handoff, "oscar", AGREE_ON_NEW_DATE, "AGREE_ON_NEW_DATE");

    assertThat(handoff).isWaitingAtExactly(DELIVER, FOLLOW_HANDOFF).hasPassed(NEW_DATE_ANSWERED);
    assertThat(promise(handoff)).isEqualTo(PromiseState.RENEGOTIATED);
  }

  @Test
  void whatIsNotPossibleEndsWithAnAlternativeAndABrokenPromise() {
    var handoff = steps.accepted();

    steps.giveUp(handoff);

    assertThat(handoff).isEnded().hasPassed(NOT_POSSIBLE);
    assertThat(promise(handoff)).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void aPartIsHandedOnAndThePromiseStands() {
    var handoff = steps.accepted();

    steps.handOn(handoff, "luis");

    assertThat(handoff).isWaitingAtExactly(DELIVER, FOLLOW_HANDOFF);
    assertThat(promise(handoff)).isEqualTo(PromiseState.OPEN);
    assertThat(
            engine
                .getTaskService()
                .createTaskQuery()
                .taskCandidateGroup("department-workshop")
                .count())
        .isOne();
  }

  @Test
  void aReopenedResultIsDeliveredAgain() {
    var handoff = steps.delivered();

    steps.reopen(handoff);

    assertThat(handoff).isWaitingAtExactly(DELIVER, FOLLOW_HANDOFF);
    assertThat(promise(handoff)).isEqualTo(PromiseState.OPEN);
  }

  @Test
  void withoutAnAnswerForFiveWorkingDaysItCountsAsConfirmed() {
    var handoff = steps.delivered();

    steps.at("2026-03-09T09:00:01Z");
    timers.fireTimer(CONFIRMATION_OVERDUE);

    assertThat(handoff).isEnded();
    assertThat(state(handoff)).isEqualTo(HandoffState.DEEMED_CONFIRMED);
    assertThat(promise(handoff)).isEqualTo(PromiseState.KEPT);
  }

  @Test
  void theRequesterWithdrawsWhileThePartnerIsAtWork() {
    var handoff = steps.accepted();

    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "WITHDRAW", "note", "The mill has closed.");

    assertThat(handoff).isEnded().hasPassed(HANDOFF_WITHDRAWN);
    assertThat(promise(handoff)).isEqualTo(PromiseState.WITHDRAWN);
  }

  @Test
  void theRequesterChangesThePriority() {
    var handoff = steps.asked();

    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", "URGENT");

    assertThat(handoff).isWaitingAtExactly(ACCEPT_HANDOFF, FOLLOW_HANDOFF);
  }

  @Test
  void aDateAfterTheWishedOneIsProposedNotPromised() {
    var handoff = steps.asked();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> steps.say(handoff, "luis", ACCEPT_HANDOFF, "ACCEPT", "date", "2026-03-06"))
        .withMessageContaining("Propose another date");
  }

  private HandoffState state(ProcessInstance handoff) {
    return view.handoff(HandoffSteps.id(handoff)).state();
  }

  private PromiseState promise(ProcessInstance handoff) {
    var id = view.handoff(HandoffSteps.id(handoff)).promiseId();
    return promises.promise(id).orElseThrow().state();
  }
}
