package com.customerfocus.promise;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.promise.PromiseEvent.Kind;
import com.customerfocus.promise.PromiseRules.Step;
import com.customerfocus.promise.PromiseWorkflow.Watch;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes promises and records their events. */
@Service
@Transactional
public class PromiseService {

  /** Maximum characters of a promise. */
  private static final int LONGEST = 2_000;

  /** Working days a manager has to review a broken promise. */
  private static final int DAYS_TO_REVIEW = 5;

  private final Promises promises;
  private final PromiseRules rules;
  private final PersonalDueDates days;
  private final ManagementLine line;
  private final PromiseWorkflow workflow;
  private final PromiseJournal journal;
  private final Clock clock;

  PromiseService(
      Promises promises,
      PersonalDueDates days,
      ManagementLine line,
      PromiseWorkflow workflow,
      PromiseJournal journal,
      Clock clock) {
    this.promises = promises;
    this.rules = new PromiseRules(clock);
    this.days = days;
    this.line = line;
    this.workflow = workflow;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Records promises in the caller's transaction and starts their watch, which ends when they are
   * kept, withdrawn or broken.
   *
   * @return their ids, in the same order
   */
  public List<Long> make(List<NewPromise> made) {
    made.forEach(PromiseService::check);
    var ids = promises.make(made, clock.instant());
    var calendars =
        days.calendars(made.stream().map(NewPromise::madeBy).collect(Collectors.toSet()));
    var watches = new ArrayList<Watch>();
    for (var i = 0; i < made.size(); i++) {
      var promise = made.get(i);
      var askAt = days.askAt(promise.due(), calendars.get(promise.madeBy()));
      watches.add(new Watch(ids.get(i), promise.what(), promise.madeBy(), promise.due(), askAt));
    }
    workflow.made(watches);
    return ids;
  }

  static void check(NewPromise promise) {
    if (Texts.isBlank(promise.what()) || promise.what().length() > LONGEST) {
      throw new IllegalArgumentException("A promise has 1 to %,d characters".formatted(LONGEST));
    }
  }

  /**
   * Records that a promise is kept, and ends its watch. After the due date this is recorded as
   * late, and the promise stays broken.
   *
   * @param note what has changed
   * @throws NotAllowedException when the promise is another person's
   * @throws InvalidInputException when the note is missing or the promise is closed
   */
  public void kept(long promiseId, Actor by, String note) {
    var promise = promises.lock(promiseId);
    checkAnswers(promise, by);
    var step = rules.kept(promise, note);
    journal.record(promise, step, by.id());
    if (step.state() == PromiseState.KEPT) {
      workflow.kept(promiseId);
    }
  }

  /**
   * Records that the promisee no longer needs a promise, and ends its watch.
   *
   * @throws NotAllowedException unless the actor is promiser or promisee
   * @throws InvalidInputException when the note is missing, the due date has passed or the promise
   *     is closed
   */
  public void withdrawn(long promiseId, Actor by, String note) {
    var promise = promises.lock(promiseId);
    if (!by.mayActFor(journal.speakerOf(promise.madeTo()).orElse(null))) {
      checkAnswers(promise, by);
    }
    journal.record(promise, rules.withdrawn(promise, note), by.id());
    workflow.withdrawn(promiseId);
  }

  /**
   * State of the watch after an answer.
   *
   * @param over whether the watch ends
   */
  public record Answered(boolean over, Watch watch) {}

  /**
   * Records the promiser's answer.
   *
   * @throws NotAllowedException when the promise is another person's
   * @throws InvalidInputException when the answer is invalid
   */
  public Answered answered(long promiseId, PromiseAnswer answer, Actor by) {
    var promise = promises.lock(promiseId);
    checkAnswers(promise, by);
    var step = step(promise, answer);
    journal.record(promise, step, by.id());
    // A promise on track is not asked about again.
    var askAt =
        step.kind() == Kind.RENEGOTIATED
            ? days.askAt(step.due(), days.calendar(promise.madeBy().id()))
            : step.due();
    return new Answered(
        !step.state().isPending(),
        new Watch(promiseId, promise.what(), inCharge(promise), step.due(), askAt));
  }

  private void checkAnswers(Promise promise, Actor by) {
    by.mustActFor("refusal.promise.not-yours", promise.madeBy().id(), inCharge(promise));
  }

  private Step step(Promise promise, PromiseAnswer answer) {
    return switch (answer.decision() == null ? "" : answer.decision()) {
      case PromiseAnswer.ON_TRACK -> rules.confirmed(promise, answer.note());
      case PromiseAnswer.KEPT -> rules.kept(promise, answer.note());
      case PromiseAnswer.RENEGOTIATED ->
          rules.renegotiated(
              promise, days.endOf(answer.newDue(), promise.madeBy().id()), answer.note());
      case PromiseAnswer.WITHDRAWN -> rules.withdrawn(promise, answer.note());
      default -> throw new InvalidInputException("refusal.promise.decision");
    };
  }

  /**
   * Asks the promiser, or the manager of a former employee, whether the promise will be kept,
   * unless it is too late.
   *
   * @return employee id of that person
   */
  public String atRisk(long promiseId) {
    var promise = promises.lock(promiseId);
    var inCharge = inCharge(promise);
    if (clock.instant().isBefore(promise.due())) {
      journal.tell(
          promise, new Step(Kind.AT_RISK, promise.state(), promise.due(), null), null, inCharge);
    }
    return inCharge;
  }

  private String inCharge(Promise promise) {
    return line.inCharge(promise.madeBy().id()).orElse(promise.madeBy().id());
  }

  /**
   * A broken promise for its review.
   *
   * @param reviewer employee id
   * @param takesNewDate whether the same may be promised again there
   */
  public record Review(String reviewer, Instant due, boolean takesNewDate) {}

  /**
   * Records that the due date of a promise has passed, and escalates it to the promiser's manager;
   * at the top, to the promisee. That one was given up, and thus broken, is on record already, and
   * the promisee was told.
   *
   * @throws IllegalStateException when it was kept or withdrawn concurrently
   */
  public Review broken(long promiseId) {
    var promise = promises.lock(promiseId);
    var receiver = journal.speakerOf(promise.madeTo()).orElse(null);
    var reviewer =
        line.managerOf(promise.madeBy().id())
            .orElse(receiver == null ? promise.madeBy().id() : receiver);
    if (promise.state() != PromiseState.BROKEN) {
      var step = rules.broken(promise);
      promises.change(promiseId, step);
      // A manager who is also the promisee gets one mail.
      journal.tell(promise, step, null, reviewer.equals(receiver) ? null : receiver);
    }
    journal.tell(
        promise,
        new Step(Kind.ESCALATED, PromiseState.BROKEN, promise.due(), null),
        null,
        reviewer);
    return new Review(
        reviewer, days.inDays(DAYS_TO_REVIEW, reviewer), !promises.isKeptByDelivery(promiseId));
  }

  /**
   * Records a manager's review of a broken promise.
   *
   * @param newDue ISO 8601 when the same is promised again, else null or empty; always so for a
   *     promise that is kept by a delivery
   * @throws NotAllowedException when another manager was asked
   * @throws InvalidInputException when the note is missing or the date is invalid or past
   */
  public void reviewed(long promiseId, String note, String newDue, Actor by) {
    var promise = promises.lock(promiseId);
    by.mustActFor("refusal.promise.not-your-review", promises.reviewer(promiseId).orElse(null));
    if (!Texts.isBlank(newDue) && promises.isKeptByDelivery(promiseId)) {
      throw new InvalidInputException("refusal.promise.no-new-date");
    }
    journal.record(promise, rules.reviewed(promise, note), by.id());
    if (!Texts.isBlank(newDue)) {
      var promiser = inCharge(promise);
      make(
          List.of(
              new NewPromise(
                  promiser,
                  promise.madeTo(),
                  promise.what(),
                  days.endOf(newDue, promiser),
                  new PromiseSource(PromiseSource.PROMISE, promiseId))));
    }
  }
}
