package com.customerfocus.promise.process;

import static com.customerfocus.promise.process.PromiseWatchProcess.AT_RISK;
import static com.customerfocus.promise.process.PromiseWatchProcess.BROKEN_PROMISE_REVIEWED;
import static com.customerfocus.promise.process.PromiseWatchProcess.KEEP_PROMISE;
import static com.customerfocus.promise.process.PromiseWatchProcess.NOTHING_LEFT;
import static com.customerfocus.promise.process.PromiseWatchProcess.PROMISE_DUE;
import static com.customerfocus.promise.process.PromiseWatchProcess.PROMISE_ENDED;
import static com.customerfocus.promise.process.PromiseWatchProcess.REVIEW_BROKEN_PROMISE;
import static com.customerfocus.promise.process.PromiseWatchProcess.TELL_THEM_NOW;
import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.access.Actor;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.DeliveryPromises;
import com.customerfocus.promise.NewPromise;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.Promise;
import com.customerfocus.promise.PromiseEvent;
import com.customerfocus.promise.PromiseFilter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseService;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.promise.PromiseState;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import jakarta.ws.rs.ClientErrorException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Bea, whose manager is Ana, promises Boss something on Monday, 2 March 2026, for Friday of the
 * week after, 16:00 UTC.
 */
@CustomerFocusTest
@TakesAllOf(PromiseWatchProcess.KEY)
class PromiseWatchTests {

  private static final Instant FRIDAY = Instant.parse("2026-03-13T16:00:00Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-03-11T16:00:00Z");
  private static final String WHAT = "Answer every <b>complaint</b> within a day";
  private static final String WORD = "We answer 98 of 100 <i>within</i> a day. ¡Gracias! 🎉";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final PromiseService promises;
  private final DeliveryPromises deliveries;
  private final Sweep dueDeliveries;
  private final PromiseReports reports;
  private final PersonalDueDates days;
  private final CascadeSteps cascadeSteps;
  private final Mailbox mailbox;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  @Autowired
  PromiseWatchTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      PromiseService promises,
      DeliveryPromises deliveries,
      @Qualifier("promisesToLookAt") Sweep dueDeliveries,
      PromiseReports reports,
      PersonalDueDates days,
      CascadeSteps cascadeSteps,
      Mailbox mailbox,
      MovableClock clock,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.promises = promises;
    this.deliveries = deliveries;
    this.dueDeliveries = dueDeliveries;
    this.reports = reports;
    this.days = days;
    this.cascadeSteps = cascadeSteps;
    this.mailbox = mailbox;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void people() {
    init(engine);
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("ana", "Ana", "boss", "Sales", "en", "department-head")
        .add("bea", "Bea", "ana", "Sales", "en", "")
        .add("cid", "Cid", "bea", "Sales", "en", "")
        .add("dan", "Dan", "bea", "Care", "es", "department-head")
        .add("eva", "Eva", "dan", "Care", "es", "")
        .importInto(importer);
  }

  // Invalid answers

  @ParameterizedTest
  @CsvSource({
    ",             ,           , Choose how it stands with your promise.",
    "perhaps,      ,           , Choose how it stands with your promise.",
    "kept,         done,       , Say in a sentence what has changed",
    "renegotiated, They agree on it., , Fill in the date by which it is promised.",
    "renegotiated, They agree on it., soon, Fill in the date by which it is promised.",
    "renegotiated, They agree on it., 2026-03-12, The new date is not later than the one you promised",
    "renegotiated, They agree on it., 2026-03-01, The working time of 2026-03-01 is over",
    "renegotiated, They agree on it., 2027-03-03, more than a year away",
    "renegotiated, ok, 2026-03-20, Write down what they said",
    "withdrawn,    ,   , Say in a sentence why it is no longer needed.",
  })
  void anAnswerThatSaysTooLittleIsRefused(
      String decision, String note, String newDue, String refusal) {
    var watch = promised();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> answer(watch, KEEP_PROMISE, decision, note, newDue))
        .withMessageContaining(refusal);

    assertThat(watch).isWaitingAt(KEEP_PROMISE);
    assertThat(kinds(watch)).containsExactly("MADE");
  }

  @Test
  void onlyThePromiserAnswers() {
    var watch = promised();

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(
            () -> cascadeSteps.complete("ana", task(watch), "answer", Map.of("decision", "kept")));
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> cascadeSteps.shown("ana", task(watch), "promiseText", String.class));
  }

  @Test
  void aManagerSaysWhatHappensNow() {
    var watch = promised();
    pass(FRIDAY, PROMISE_DUE);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> review(watch, "ana", "", null))
        .withMessageContaining("what happens now");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> review(watch, "ana", "Once more, then.", "2026-03-12"))
        .withMessageContaining("is over: choose a working day to come");

    assertThat(watch).isWaitingAtExactly(REVIEW_BROKEN_PROMISE);
  }

  // Kept

  @Test
  void thePromiserHasATaskFromTheFirstDay() {
    var watch = promised();

    assertThat(watch).isWaitingAt(KEEP_PROMISE);
    assertThat(task(watch)).isAssignedTo("bea").hasDueDate(Date.from(FRIDAY));
    assertThat(task(watch).getName()).isEqualTo("Keep the promise: " + WHAT);
    assertThat(cascadeSteps.shown("bea", task(watch), "promiseText", String.class))
        .contains("Answer every &lt;b&gt;complaint&lt;/b&gt; within a day")
        .contains("<td>Boss</td>", "13 March 2026")
        .doesNotContain("<b>", "\n");
    assertThat(cascadeSteps.isTimerDue(AT_RISK)).isFalse();
    assertThat(cascadeSteps.isTimerDue(PROMISE_DUE)).isFalse();
  }

  @Test
  void aPromiseKeptEarlyEndsWithAWordOnWhatHasChanged() {
    var watch = promised();

    answer(watch, KEEP_PROMISE, "kept", WORD, null);

    assertThat(watch).isEnded().hasPassed(PROMISE_ENDED);
    assertThat(promise(watch).state()).isEqualTo(PromiseState.KEPT);
    assertThat(events(watch))
        .extracting(PromiseEvent::kind, PromiseEvent::by, PromiseEvent::note)
        .containsExactly(
            tuple(PromiseEvent.Kind.MADE, "bea", null), tuple(PromiseEvent.Kind.KEPT, "bea", WORD));
    assertThat(letters()).isEmpty();
  }

  @Test
  void whatIsKeptOnRecordElsewhereEndsTheWatch() {
    var watch = promised();

    promises.kept(id(watch), Actor.of("bea"), WORD);

    assertThat(watch).isEnded().hasPassed(NOTHING_LEFT);
    assertThat(promise(watch).state()).isEqualTo(PromiseState.KEPT);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> promises.kept(id(watch), Actor.of("bea"), WORD));
    assertThat(kinds(watch)).containsExactly("MADE", "KEPT");
  }

  @Test
  void theRecordHoldsEvenIfAnAdministratorHasEndedTheWatch() {
    var watch = promised();
    engine.getRuntimeService().deleteProcessInstance(watch.getId(), "in Cockpit");

    promises.kept(id(watch), Actor.of("bea"), WORD);

    assertThat(promise(watch).state()).isEqualTo(PromiseState.KEPT);
  }

  // At risk

  @Test
  void twoWorkingDaysBeforeThePromiserIsAskedByTaskAndMail() {
    var watch = promised();

    clock.moveTo(WEDNESDAY.minusSeconds(1));
    assertThat(cascadeSteps.isTimerDue(AT_RISK)).isFalse();
    pass(WEDNESDAY, AT_RISK);

    assertThat(watch).isWaitingAt(TELL_THEM_NOW);
    assertThat(task(watch)).isAssignedTo("bea").hasDueDate(Date.from(FRIDAY));
    assertThat(task(watch).getName()).isEqualTo("Tell them now: " + WHAT);
    assertThat(kinds(watch)).containsExactly("MADE", "AT_RISK");
    assertThat(letterTo("bea").subject()).isEqualTo("Will you keep it? " + WHAT);
    assertThat(letterTo("bea").text()).contains("Boss", WHAT, "13 March 2026", "/tasklist/");
    assertThat(letterTo("bea").html()).contains("&lt;b&gt;complaint").doesNotContain("<b>");
  }

  @Test
  void aPromiseOnTrackIsWatchedUntilItIsKeptWithoutFurtherQuestions() {
    var watch = promised();
    pass(WEDNESDAY, AT_RISK);

    answer(watch, TELL_THEM_NOW, "onTrack", null, null);

    assertThat(watch).isWaitingAt(KEEP_PROMISE);
    clock.moveTo(FRIDAY.minusSeconds(1));
    assertThat(cascadeSteps.isTimerDue(AT_RISK)).isFalse();
    answer(watch, KEEP_PROMISE, "kept", WORD, null);
    assertThat(watch).isEnded();
    assertThat(kinds(watch)).containsExactly("MADE", "AT_RISK", "CONFIRMED", "KEPT");
  }

  @Test
  void aLateQuestionIsNotAskedOnTheDueDate() {
    var watch = promised();
    pass(WEDNESDAY, AT_RISK);
    answer(watch, TELL_THEM_NOW, "onTrack", null, null);

    clock.moveTo(FRIDAY);
    cascadeSteps.fireTimer(AT_RISK);
    assertThat(kinds(watch)).containsExactly("MADE", "AT_RISK", "CONFIRMED");
    cascadeSteps.fireTimer(PROMISE_DUE);

    assertThat(watch).isWaitingAtExactly(REVIEW_BROKEN_PROMISE);
    assertThat(kinds(watch)).containsExactly("MADE", "AT_RISK", "CONFIRMED", "BROKEN", "ESCALATED");
  }

  @Test
  void aPromiseForTomorrowIsAskedAboutHalfWayThere() {
    promise("bea", Party.person("boss"), clock.instant().plus(Duration.ofHours(6)));

    clock.moveBy(Duration.ofMinutes(179));
    assertThat(cascadeSteps.isTimerDue(AT_RISK)).isFalse();
    clock.moveBy(Duration.ofMinutes(1));
    assertThat(cascadeSteps.isTimerDue(AT_RISK)).isTrue();
  }

  @Test
  void theManagerAnswersForAFormerEmployee() {
    var watch = promised();
    rows.update("update person set active = false where id = 'bea'");

    pass(WEDNESDAY, AT_RISK);

    assertThat(task(watch)).isAssignedTo("ana");
    assertThat(letterTo("ana").subject()).contains(WHAT);
  }

  @ParameterizedTest(name = "promised at {0} on {1} for {2}")
  @CsvSource({
    // Over a weekend; before Easter; with the clocks going forward, and back, in between
    "Toledo,  2026-03-02T10:00, 2026-03-16, 2026-03-12T17:00, 2026-03-16T17:00",
    "Toledo,  2026-03-02T10:00, 2026-04-06, 2026-03-31T17:00, 2026-04-06T17:00",
    "Toledo,  2026-03-02T10:00, 2026-03-30, 2026-03-26T17:00, 2026-03-30T17:00",
    "Toledo,  2026-10-01T10:00, 2026-10-26, 2026-10-22T17:00, 2026-10-26T17:00",
    "Boulder, 2026-11-02T10:00, 2026-12-25, 2026-12-22T17:00, 2026-12-24T17:00",
    "Boulder, 2026-03-02T10:00, 2026-03-10, 2026-03-06T17:00, 2026-03-10T17:00",
  })
  void theDatesCountTheWorkingDaysOfTheOneWhoPromised(
      String site, LocalDateTime now, String day, LocalDateTime asked, LocalDateTime due) {
    rows.update("update person set site = ? where id = 'bea'", site);
    var zone = ZoneId.of(site.equals("Toledo") ? "Europe/Madrid" : "America/Denver");
    clock.moveTo(now.atZone(zone).toInstant());
    var watch = promise("bea", Party.person("boss"), days.endOf(day, "bea"));

    assertThat(task(watch)).hasDueDate(Date.from(due.atZone(zone).toInstant()));
    firesAt(asked.atZone(zone).toInstant(), AT_RISK);
    firesAt(due.atZone(zone).toInstant(), PROMISE_DUE);
    assertThat(promise(watch).state()).isEqualTo(PromiseState.BROKEN);
  }

  private void firesAt(Instant moment, String timer) {
    clock.moveTo(moment.minusMillis(1));
    assertThat(cascadeSteps.isTimerDue(timer)).isFalse();
    pass(moment, timer);
  }

  // Renegotiated

  @Test
  void aNewDateAgreedInTimeIsWatchedLikeTheOldOne() {
    var watch = promised();
    pass(WEDNESDAY, AT_RISK);

    answer(watch, TELL_THEM_NOW, "renegotiated", "Boss can wait for a <b>week</b>.", "2026-03-20");

    assertThat(watch).isWaitingAt(KEEP_PROMISE);
    var promise = promise(watch);
    assertThat(promise.state()).isEqualTo(PromiseState.RENEGOTIATED);
    assertThat(promise.due()).isAfter(Instant.parse("2026-03-20T12:00:00Z"));
    assertThat(task(watch)).hasDueDate(Date.from(promise.due()));
    var event = events(watch).get(2);
    assertThat(event.oldDue()).isEqualTo(FRIDAY);
    assertThat(event.newDue()).isEqualTo(promise.due());
    assertThat(letterTo("boss").subject()).isEqualTo("New date for a promise of Bea: " + WHAT);
    assertThat(letterTo("boss").text())
        .contains("13 March 2026", "Boss can wait for a <b>week</b>.");
    assertThat(letterTo("boss").html()).contains("wait for a &lt;b&gt;week");

    clock.moveTo(FRIDAY);
    assertThat(cascadeSteps.isTimerDue(PROMISE_DUE)).isFalse();
    pass(promise.due().minus(Duration.ofHours(1)), AT_RISK);
    assertThat(watch).isWaitingAt(TELL_THEM_NOW);
    pass(promise.due(), PROMISE_DUE);
    assertThat(promise(watch).state()).isEqualTo(PromiseState.BROKEN);
    assertThat(kinds(watch))
        .containsExactly("MADE", "AT_RISK", "RENEGOTIATED", "AT_RISK", "BROKEN", "ESCALATED");
  }

  @Test
  void aPromiseCanBeRenegotiatedMoreThanOnceAndThenKept() {
    var watch = promised();

    answer(watch, KEEP_PROMISE, "renegotiated", "They can wait for it.", "2026-03-20");
    answer(watch, KEEP_PROMISE, "renegotiated", "They can wait longer.", "2026-03-27");
    answer(watch, KEEP_PROMISE, "kept", WORD, null);

    assertThat(watch).isEnded();
    assertThat(kinds(watch)).containsExactly("MADE", "RENEGOTIATED", "RENEGOTIATED", "KEPT");
    assertThat(letters()).hasSize(2);
  }

  // Withdrawn

  @Test
  void aWithdrawnPromiseEndsAndThePromiseeIsTold() {
    var watch = promised();

    answer(watch, KEEP_PROMISE, "withdrawn", "Boss has sold the product.", null);

    assertThat(watch).isEnded();
    assertThat(promise(watch).state()).isEqualTo(PromiseState.WITHDRAWN);
    assertThat(letterTo("boss").text())
        .contains("no longer needed", "Boss has sold the product.", "please talk to Bea now");
  }

  @Test
  void whatIsWithdrawnElsewhereEndsTheWatch() {
    var watch = promised();

    promises.withdrawn(id(watch), Actor.of("boss"), "I do not need it any more.");

    assertThat(watch).isEnded().hasPassed(NOTHING_LEFT);
    assertThat(letters()).as("no mail about the own action").isEmpty();
  }

  // Broken

  @Test
  void aBrokenPromiseGoesToTheManagerAndThePromiseeIsTold() {
    var watch = promised();
    pass(WEDNESDAY, AT_RISK);

    pass(FRIDAY, PROMISE_DUE);

    assertThat(watch).isWaitingAtExactly(REVIEW_BROKEN_PROMISE);
    assertThat(task(watch)).isAssignedTo("ana");
    assertThat(task(watch).getDueDate()).isAfter(Date.from(FRIDAY.plus(Duration.ofDays(4))));
    assertThat(promise(watch).state()).isEqualTo(PromiseState.BROKEN);
    assertThat(letterTo("boss").subject()).isEqualTo("A promise of Bea was not kept: " + WHAT);
    assertThat(letterTo("boss").text()).contains("We are sorry.").doesNotContain("/tasklist/");
    assertThat(letterTo("ana").subject()).isEqualTo("Please look into a promise of Bea: " + WHAT);
    assertThat(cascadeSteps.shown("ana", task(watch), "promiseText", String.class))
        .contains("broken: the date has passed");

    review(watch, "ana", "Bea had two people on sick leave.", null);

    assertThat(watch).isEnded().hasPassed(BROKEN_PROMISE_REVIEWED);
    assertThat(kinds(watch)).containsExactly("MADE", "AT_RISK", "BROKEN", "ESCALATED", "REVIEWED");
    assertThat(events(watch).get(4).by()).isEqualTo("ana");
    assertThat(reports.promises(all(), 0, 10)).hasSize(1);
  }

  @Test
  void theSameIsPromisedOnceMore() {
    var watch = promised();
    pass(FRIDAY, PROMISE_DUE);

    review(watch, "ana", "Bea had two people on sick leave.", "2026-03-27");

    var again = reports.promises(all(), 0, 10).get(1);
    assertThat(again.state()).isEqualTo(PromiseState.OPEN);
    assertThat(again.what()).isEqualTo(WHAT);
    assertThat(again.madeBy().id()).isEqualTo("bea");
    assertThat(again.source()).isEqualTo(new PromiseSource("promise", id(watch)));
    assertThat(engine.getTaskService().createTaskQuery().taskDefinitionKey(KEEP_PROMISE).list())
        .extracting(Task::getAssignee)
        .containsExactly("bea");
  }

  @Test
  void whatIsDeliveredLateIsOnRecordAndThePromiseStaysBroken() {
    var watch = promised();
    pass(FRIDAY, PROMISE_DUE);

    promises.kept(id(watch), Actor.of("bea"), WORD);

    assertThat(watch).isWaitingAtExactly(REVIEW_BROKEN_PROMISE);
    assertThat(promise(watch).state()).isEqualTo(PromiseState.BROKEN);
    assertThat(kinds(watch)).containsExactly("MADE", "BROKEN", "ESCALATED", "LATE");
  }

  @Test
  void keptAfterTheDateIsLateEvenBeforeTheTimerFires() {
    var watch = promised();
    clock.moveTo(FRIDAY);

    answer(watch, KEEP_PROMISE, "kept", WORD, null);
    cascadeSteps.fireTimer(PROMISE_DUE);

    assertThat(watch).isWaitingAtExactly(REVIEW_BROKEN_PROMISE);
    assertThat(kinds(watch)).containsExactly("MADE", "LATE", "BROKEN", "ESCALATED");
  }

  @Test
  void aManagerWhoIsAlsoThePromiseeGetsOneMail() {
    promise("ana", Party.person("boss"), FRIDAY);

    pass(FRIDAY, PROMISE_DUE);

    assertThat(letters()).hasSize(1);
    assertThat(letterTo("boss").subject()).startsWith("Please look into a promise of Ana");
  }

  @Test
  void aPromiseToADepartmentConcernsItsHeadInTheirLanguage() {
    var watch = promise("bea", Party.department("care"), FRIDAY);

    pass(FRIDAY, PROMISE_DUE);

    assertThat(promise(watch).madeTo().name()).isEqualTo("Care");
    assertThat(letterTo("dan").subject())
        .isEqualTo("Una promesa de Bea no se ha cumplido: " + WHAT);
    assertThat(letterTo("dan").text()).contains("Lo sentimos", "Care");
  }

  @Test
  void atTheTopABrokenPromiseGoesToThePromisee() {
    var toDan = promise("boss", Party.person("dan"), FRIDAY);
    pass(FRIDAY, PROMISE_DUE);
    assertThat(task(toDan)).isAssignedTo("dan");
  }

  @Test
  void aBrokenPromiseWithoutManagerAndPromiseeGoesToThePromiser() {
    var toOwnDepartment = promise("boss", Party.department("board"), FRIDAY);
    pass(FRIDAY, PROMISE_DUE);
    assertThat(task(toOwnDepartment)).isAssignedTo("boss");
  }

  // At the same moment

  @Test
  void ofKeptAndWithdrawnAtTheSameMomentOneWins() throws Exception {
    var watch = promised();

    var taken =
        atTheSameMoment(
            List.of(
                took(() -> promises.kept(id(watch), Actor.of("bea"), WORD)),
                took(
                    () ->
                        promises.withdrawn(
                            id(watch), Actor.of("boss"), "I do not need it any more.")),
                took(() -> promises.kept(id(watch), Actor.of("bea"), WORD))));

    assertThat(taken).containsOnlyOnce(true);
    assertThat(watch).isEnded();
    assertThat(events(watch)).hasSize(2);
  }

  @Test
  void ofKeptAndTheDateAtTheSameMomentTheDateWinsAndBothAreOnRecord() throws Exception {
    var watch = promised();
    clock.moveTo(FRIDAY);
    var timer =
        engine
            .getManagementService()
            .createJobQuery()
            .timers()
            .activityId(PROMISE_DUE)
            .singleResult()
            .getId();

    atTheSameMoment(
        List.of(
            took(() -> promises.kept(id(watch), Actor.of("bea"), WORD)),
            took(() -> engine.getManagementService().executeJob(timer))));

    assertThat(watch).isWaitingAtExactly(REVIEW_BROKEN_PROMISE);
    assertThat(promise(watch).state()).isEqualTo(PromiseState.BROKEN);
    assertThat(kinds(watch)).containsOnlyOnce("LATE", "BROKEN", "ESCALATED");
  }

  @Test
  void ofAnAnswerAndTheDateAtTheSameMomentOneIsTakenFirst() throws Exception {
    var watch = promised();
    clock.moveTo(FRIDAY);
    var timer =
        engine
            .getManagementService()
            .createJobQuery()
            .timers()
            .activityId(PROMISE_DUE)
            .singleResult()
            .getId();

    var task = task(watch);
    var kept = Map.<String, Object>of("decision", "kept", "note", WORD);

    var taken =
        atTheSameMoment(
            List.of(
                took(() -> cascadeSteps.complete("bea", task, "answer", kept)),
                took(() -> engine.getManagementService().executeJob(timer))));
    if (cascadeSteps.isTimerDue(PROMISE_DUE)) {
      cascadeSteps.fireTimer(PROMISE_DUE);
    }

    assertThat(taken).contains(true);
    assertThat(watch).isWaitingAtExactly(REVIEW_BROKEN_PROMISE);
    assertThat(kinds(watch)).containsOnlyOnce("BROKEN", "ESCALATED").startsWith("MADE");
  }

  /** Whether the answer was taken; otherwise another transition was first. */
  private static Callable<Boolean> took(Runnable action) {
    return () -> {
      try {
        action.run();
        return true;
      } catch (InvalidInputException | ProcessEngineException | ClientErrorException e) {
        return false;
      }
    };
  }

  @Test
  void aPromiseKeptByADeliveryComesHereWhenItsDateHasPassed() {
    var id =
        deliveries.make(
            new NewPromise(
                "bea", Party.person("boss"), WHAT, FRIDAY, new PromiseSource("handoff", 7)));
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();

    clock.moveTo(FRIDAY);
    dueDeliveries.runSome().getAsBoolean();

    var review =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(String.valueOf(id))
            .singleResult();
    assertThat(review).isWaitingAtExactly(REVIEW_BROKEN_PROMISE);
    assertThat(reports.promise(id).orElseThrow().state()).isEqualTo(PromiseState.BROKEN);
  }

  // Helpers

  private ProcessInstance promised() {
    return promise("bea", Party.person("boss"), FRIDAY);
  }

  private ProcessInstance promise(String by, Party to, Instant due) {
    var ids =
        promises.make(List.of(new NewPromise(by, to, WHAT, due, new PromiseSource("cascade", 7))));
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(PromiseWatchProcess.KEY)
        .processInstanceBusinessKey(String.valueOf(ids.get(0)))
        .singleResult();
  }

  private void pass(Instant moment, String timer) {
    clock.moveTo(moment);
    cascadeSteps.fireTimer(timer);
  }

  private Task task(ProcessInstance watch) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(watch.getId())
        .singleResult();
  }

  private void answer(
      ProcessInstance watch, String element, String decision, String note, String newDue) {
    var answer = new HashMap<String, Object>();
    answer.put("decision", decision);
    answer.put("note", note);
    answer.put("newDue", newDue);
    cascadeSteps.complete("bea", cascadeSteps.task(watch, element), "answer", answer);
  }

  private void review(ProcessInstance watch, String manager, String note, String newDue) {
    var review = new HashMap<String, Object>();
    review.put("note", note);
    review.put("newDue", newDue);
    cascadeSteps.complete(
        manager, cascadeSteps.task(watch, REVIEW_BROKEN_PROMISE), "review", review);
  }

  private static long id(ProcessInstance watch) {
    return Long.parseLong(watch.getBusinessKey());
  }

  private Promise promise(ProcessInstance watch) {
    return reports.promise(id(watch)).orElseThrow();
  }

  private List<PromiseEvent> events(ProcessInstance watch) {
    return reports.events(id(watch));
  }

  private List<String> kinds(ProcessInstance watch) {
    return events(watch).stream().map(event -> event.kind().name()).toList();
  }

  private static PromiseFilter all() {
    return new PromiseFilter(null, null, null, null, null, null, null, null);
  }

  private List<MailboxEntry> letters() {
    return mailbox.newest("", Long.MAX_VALUE, 100);
  }

  private MailContent letterTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 10).stream()
        .map(MailboxEntry::content)
        .findFirst()
        .orElseThrow();
  }
}
