package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_NEW_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

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
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

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
  private final JdbcTemplate rows;

  @Autowired
  HandoffPromiseTests(
      OrganizationImporter importer,
      HandoffSteps steps,
      CascadeSteps mails,
      HandoffView view,
      PromiseReports promises,
      @Qualifier("promisesToLookAt") Sweep sweep,
      ProcessEngine engine,
      JdbcTemplate rows) {
    this.importer = importer;
    this.steps = steps;
    this.mails = mails;
    this.view = view;
    this.promises = promises;
    this.sweep = sweep;
    this.engine = engine;
    this.rows = rows;
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
    steps.reopen(handoff);
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

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> steps.askForFriday(handoff));
    assertThat(kinds(handoff)).doesNotContain(PromiseEvent.Kind.RENEGOTIATED);
  }

  @Test
  void noNewDateIsAgreedOnAfterTheDate() {
    var handoff = steps.accepted();
    steps.askForFriday(handoff);
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
    steps.askForFriday(handoff);
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

  @Test
  void thePromiseFollowsTheColleagueWhoGetsTheWork() {
    var handoff = steps.accepted();
    giveToLars(handoff);

    assertThat(promises.promise(promise(handoff)).orElseThrow().madeBy().id()).isEqualTo("lars");
    assertThat(promises.events(promise(handoff)))
        .extracting(PromiseEvent::kind, PromiseEvent::by, PromiseEvent::recipientId)
        .contains(tuple(PromiseEvent.Kind.HANDED_OVER, "luis", "lars"));
    steps.at("2026-03-04T15:00:00Z");
    sweep();
    assertThat(askedWhetherItIsKept(handoff)).containsExactly("lars");

    steps.at("2026-03-04T16:00:00Z");
    sweep();
    assertThat(reviews()).extracting(Task::getAssignee).containsExactly("lena");
  }

  @Test
  void thePromiseOfWorkGivenBackIsTheHeadsUntilAMemberDelivers() {
    var handoff = steps.accepted();
    steps.say(
        handoff, "luis", DELIVER, "GIVE_BACK", "note", "I am on another project from now on.");
    assertThat(promises.promise(promise(handoff)).orElseThrow().madeBy().id()).isEqualTo("lena");
    steps.at("2026-03-04T15:00:00Z");
    sweep();
    assertThat(askedWhetherItIsKept(handoff)).containsExactly("lena");

    steps.say(handoff, "lars", DELIVER, "DELIVER", "note", "The pump stands in the mill.");

    assertThat(promises.promise(promise(handoff)).orElseThrow().madeBy().id()).isEqualTo("lars");
  }

  @Test
  void aBrokenPromiseStaysWithThePersonWhoHadIt() {
    var handoff = steps.accepted();
    steps.at("2026-03-04T16:00:00Z");
    sweep();

    giveToLars(handoff);

    assertThat(promises.promise(promise(handoff)).orElseThrow().madeBy().id()).isEqualTo("luis");
    assertThat(kinds(handoff)).doesNotContain(PromiseEvent.Kind.HANDED_OVER);
  }

  @Test
  void whatIsGivenUpIsBrokenOnceAndItsReviewTakesNoNewDate() {
    var handoff = steps.accepted();
    var id = promise(handoff);
    steps.giveUp(handoff);
    mails.runJobs();
    assertThat(promises.events(id))
        .extracting(PromiseEvent::kind)
        .containsExactly(
            PromiseEvent.Kind.MADE, PromiseEvent.Kind.BROKEN, PromiseEvent.Kind.ESCALATED);

    var review = reviews().get(0);
    assertThat(engine.getRuntimeService().getVariable(review.getExecutionId(), "takesNewDate"))
        .isEqualTo(false);
    var again =
        Map.<String, Object>of("note", "We look for another bridge.", "newDue", "2026-03-10");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> mails.complete("lena", review, "review", again));
    mails.complete("lena", review, "review", Map.of("note", "We look for another bridge."));
    assertThat(mails.count("select count(*) from promise")).isOne();
  }

  @Test
  void aPromiseThatFailsDoesNotHoldUpTheOthers() {
    var failing = steps.accepted();
    var other = steps.accepted();
    steps.at("2026-03-04T16:00:00Z");
    // A customer's number that is none: the statement that reads the promise fails.
    rows.update(
        "update promise set made_to_kind = 'CUSTOMER', made_to = 'x' where id = ?",
        promise(failing));

    sweep();

    assertThat(state(other)).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void thePromiseOfLateWorkFollowsWhomTheHeadGivesItTo() {
    var handoff = steps.accepted();
    assertThatThrownBy(() -> gives("lena", handoff))
        .hasMessageContaining("Luis has taken this task already");
    steps.at("2026-03-04T16:00:00Z");

    gives("lena", handoff);

    assertThat(promises.promise(promise(handoff)).orElseThrow().madeBy().id()).isEqualTo("lars");
    assertThat(promises.events(promise(handoff)))
        .extracting(PromiseEvent::kind, PromiseEvent::by, PromiseEvent::recipientId)
        .contains(tuple(PromiseEvent.Kind.HANDED_OVER, "lena", "lars"));
  }

  @Test
  void nothingIsRecordedForAColleagueWhoHasItAlready() {
    var handoff = steps.accepted();
    giveToLars(handoff);
    var before = mails.count("select count(*) from handoff_event");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> gives("lars", handoff))
        .withMessageContaining("You have it already");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> gives("admin", handoff))
        .withMessageContaining("Lars has it already");

    assertThat(mails.count("select count(*) from handoff_event")).isEqualTo(before);
  }

  @Test
  void theHeadTakesLateWorkThatTheGroupHas() {
    var handoff = steps.accepted();
    steps.say(handoff, "luis", DELIVER, "GIVE_BACK", "note", "I am on another project.");
    steps.at("2026-03-04T16:00:00Z");

    steps.say(
        handoff,
        "lena",
        DELIVER,
        "GIVE_TO_COLLEAGUE",
        "colleague",
        "lena",
        "note",
        "I drive the van myself.");

    assertThat(steps.task(handoff, DELIVER).getAssignee()).isEqualTo("lena");
    assertThat(promises.promise(promise(handoff)).orElseThrow().madeBy().id()).isEqualTo("lena");
  }

  private void giveToLars(ProcessInstance handoff) {
    gives("luis", handoff);
  }

  private void gives(String by, ProcessInstance handoff) {
    steps.say(
        handoff,
        by,
        DELIVER,
        "GIVE_TO_COLLEAGUE",
        "colleague",
        "lars",
        "note",
        "Lars drives the van.");
  }

  private List<String> askedWhetherItIsKept(ProcessInstance handoff) {
    return promises.events(promise(handoff)).stream()
        .filter(it -> it.kind() == PromiseEvent.Kind.AT_RISK)
        .map(PromiseEvent::recipientId)
        .toList();
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
