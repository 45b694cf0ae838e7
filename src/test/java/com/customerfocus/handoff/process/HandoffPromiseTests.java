package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_NEW_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CONFIRM_RESULT;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.handoff.HandoffView;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.PromiseEvent;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseState;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * How the promise of a handoff ends. Luis of Logistics promises Óscar on Monday, 2 March 2026,
 * 9:00, to deliver by Wednesday, 16:00.
 */
@CustomerFocusTest
class HandoffPromiseTests {

  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final CascadeSteps mails;
  private final HandoffView view;
  private final PromiseReports promises;
  private final Sweep sweep;
  private final ProcessEngine engine;

  @Autowired
  HandoffPromiseTests(
      OrganizationImporter importer,
      HandoffSteps steps,
      CascadeSteps mails,
      HandoffView view,
      PromiseReports promises,
      @Qualifier("duePromises") Sweep sweep,
      ProcessEngine engine) {
    this.importer = importer;
    this.steps = steps;
    this.mails = mails;
    this.view = view;
    this.promises = promises;
    this.sweep = sweep;
    this.engine = engine;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
  }

  @Test
  void whatIsDeliveredInTimeIsKeptHoweverLateItIsConfirmed() {
    var handoff = steps.accepted();
    steps.at("2026-03-04T15:59:00Z");
    steps.deliver(handoff);
    steps.at("2026-03-06T15:00:00Z");
    sweep();
    assertThat(state(handoff)).isEqualTo(PromiseState.OPEN);

    steps.confirm(handoff);
    sweep();

    assertThat(state(handoff)).isEqualTo(PromiseState.KEPT);
    assertThat(reviews()).isEmpty();
  }

  @Test
  void whatIsDeliveredAfterTheDateStaysBrokenWhenItIsConfirmed() {
    var handoff = steps.accepted();
    steps.at("2026-03-04T16:01:00Z");
    sweep();
    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);

    steps.deliver(handoff);
    steps.confirm(handoff);
    sweep();

    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);
    assertThat(kinds(handoff)).contains(PromiseEvent.Kind.LATE);
    assertThat(reviews()).hasSize(1);
  }

  @Test
  void whatIsDeliveredLateBeforeTheProgramLookedIsBrokenToo() {
    var handoff = steps.accepted();
    steps.at("2026-03-04T16:00:00Z");
    steps.deliver(handoff);
    steps.confirm(handoff);
    sweep();

    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);
    assertThat(reviews()).hasSize(1);
  }

  @Test
  void whatIsReturnedAfterTheDateIsBroken() {
    var handoff = steps.accepted();
    steps.at("2026-03-04T15:00:00Z");
    steps.deliver(handoff);
    steps.at("2026-03-05T10:00:00Z");
    steps.say(
        handoff,
        "oscar",
        CONFIRM_RESULT,
        "REOPEN",
        "reason",
        "INCOMPLETE",
        "note",
        "The hose is missing.");
    sweep();
    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);

    steps.deliver(handoff);
    steps.confirm(handoff);

    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void thePromiserIsAskedBeforeTheDateAndTheManagerReviewsWhatIsBroken() {
    var handoff = steps.accepted();
    steps.at("2026-03-04T15:00:00Z");
    sweep();
    sweep();
    assertThat(kinds(handoff)).containsOnlyOnce(PromiseEvent.Kind.AT_RISK);
    assertThat(mails.count("select count(*) from notice where recipient_id = 'luis'")).isOne();
    assertThat(reviews()).isEmpty();

    steps.at("2026-03-04T16:00:00Z");
    sweep();
    sweep();

    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);
    assertThat(reviews()).extracting(Task::getAssignee).containsExactly("lena");
  }

  @Test
  void noNewDateIsAskedForAfterTheDate() {
    var handoff = steps.accepted();
    steps.at("2026-03-04T16:00:00Z");

    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> askForFriday(handoff));
    assertThat(kinds(handoff)).doesNotContain(PromiseEvent.Kind.RENEGOTIATED);
  }

  @Test
  void noNewDateIsAgreedOnAfterTheDate() {
    var handoff = steps.accepted();
    askForFriday(handoff);
    steps.at("2026-03-04T16:00:00Z");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> steps.say(handoff, "oscar", AGREE_ON_NEW_DATE, "AGREE_ON_NEW_DATE"));
    sweep();
    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);

    steps.say(
        handoff,
        "oscar",
        AGREE_ON_NEW_DATE,
        "REFUSE_NEW_DATE",
        "note",
        "It came too late for the mill.");
    steps.deliver(handoff);
    steps.confirm(handoff);
    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void aRenegotiatedPromiseIsKeptByItsNewDate() {
    var handoff = steps.accepted();
    askForFriday(handoff);
    steps.say(handoff, "oscar", AGREE_ON_NEW_DATE, "AGREE_ON_NEW_DATE");
    steps.at("2026-03-05T10:00:00Z");
    sweep();
    assertThat(state(handoff)).isEqualTo(PromiseState.RENEGOTIATED);

    steps.deliver(handoff);
    steps.confirm(handoff);

    assertThat(state(handoff)).isEqualTo(PromiseState.KEPT);
  }

  @Test
  void thePromiseOfAHandoffWithdrawnAfterTheDateStaysBroken() {
    var handoff = steps.accepted();
    steps.at("2026-03-04T16:30:00Z");
    steps.say(
        handoff, "oscar", "followHandoff", "WITHDRAW", "note", "The mill has closed for good.");
    sweep();

    assertThat(state(handoff)).isEqualTo(PromiseState.BROKEN);
  }

  private void askForFriday(ProcessInstance handoff) {
    steps.say(
        handoff,
        "luis",
        DELIVER,
        "ASK_FOR_NEW_DATE",
        "date",
        "2026-03-06T12:00",
        "note",
        "The van has a flat tyre.");
  }

  private void sweep() {
    assertThat(sweep.runSome().getAsBoolean()).isFalse();
    mails.runJobs();
  }

  private List<Task> reviews() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey("reviewBrokenPromise")
        .list();
  }

  private PromiseState state(ProcessInstance handoff) {
    return promises.promise(promise(handoff)).orElseThrow().state();
  }

  private List<PromiseEvent.Kind> kinds(ProcessInstance handoff) {
    return promises.events(promise(handoff)).stream().map(PromiseEvent::kind).toList();
  }

  private long promise(ProcessInstance handoff) {
    return view.handoff(HandoffSteps.id(handoff)).promiseId();
  }
}
