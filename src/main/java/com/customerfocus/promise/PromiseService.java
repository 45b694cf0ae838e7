package com.customerfocus.promise;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.notice.NoticeService;
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
import java.util.Map;
import java.util.Optional;
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
  private final NoticeService notices;
  private final Clock clock;

  PromiseService(
      Promises promises,
      PersonalDueDates days,
      ManagementLine line,
      PromiseWorkflow workflow,
      NoticeService notices,
      Clock clock) {
    this.promises = promises;
    this.rules = new PromiseRules(clock);
    this.days = days;
    this.line = line;
    this.workflow = workflow;
    this.notices = notices;
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

  private static void check(NewPromise promise) {
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
    record(promise, step, by.id());
    if (step.state() == PromiseState.KEPT) {
      workflow.kept(promiseId);
    }
  }

  /**
   * Records that the promiser has delivered, which stops the watch until the promisee accepts or
   * returns it. After the due date this is recorded as late, and the promise stays broken.
   *
   * @param note what was delivered
   * @return whether it was in time
   * @throws NotAllowedException when the promise is another person's
   * @throws InvalidInputException when the note is missing, or the promise is closed or delivered
   */
  public boolean delivered(long promiseId, Actor by, String note) {
    var promise = promises.lock(promiseId);
    checkAnswers(promise, by);
    var step = rules.delivered(promise, note);
    record(promise, step, by.id());
    var isInTime = step.kind() == Kind.DELIVERED;
    if (isInTime) {
      workflow.delivered(promiseId);
    }
    return isInTime;
  }

  /**
   * Records that what was delivered is accepted: the promise is kept, also after its date.
   * Who may say so is decided by the capability in which it was promised.
   *
   * @param by login; null when the promisee has not answered in time, which counts as accepted
   * @param note the promisee's word, or null
   * @throws InvalidInputException when the promise is closed, or nothing is delivered
   */
  public void accepted(long promiseId, String by, String note) {
    var promise = promises.lock(promiseId);
    record(promise, rules.accepted(promise, note), by);
    workflow.kept(promiseId);
  }

  /**
   * Records that what was delivered is not accepted: the promise is to be kept by the old date, and
   * is broken when that has passed. Who may say so is decided by the capability in which it was
   * promised.
   *
   * @param by login
   * @param note what is missing
   * @throws InvalidInputException when the note is missing, the promise is closed, or nothing is
   *     delivered
   */
  public void returned(long promiseId, String by, String note) {
    var promise = promises.lock(promiseId);
    var step = rules.returned(promise, note);
    record(promise, step, by);
    var askAt =
        clock.instant().isBefore(step.due())
            ? days.askAt(step.due(), days.calendar(promise.madeBy().id()))
            : step.due();
    workflow.returned(new Watch(promiseId, promise.what(), inCharge(promise), step.due(), askAt));
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
    if (!by.mayActFor(speakerOf(promise.madeTo()).orElse(null))) {
      checkAnswers(promise, by);
    }
    record(promise, rules.withdrawn(promise, note), by.id());
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
    record(promise, step, by.id());
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
      tell(promise, new Step(Kind.AT_RISK, promise.state(), promise.due(), null), null, inCharge);
    }
    return inCharge;
  }

  private String inCharge(Promise promise) {
    return line.inCharge(promise.madeBy().id()).orElse(promise.madeBy().id());
  }

  /**
   * Whom to tell what concerns this party: the person, or the head of the department. Customers are
   * told by the capability that made the promise.
   */
  private Optional<String> speakerOf(Party party) {
    return switch (party.kind()) {
      case PERSON -> Optional.of(party.id());
      case DEPARTMENT -> line.headOf(party.id());
      case CUSTOMER, AUDIENCE -> Optional.empty();
    };
  }

  /**
   * A broken promise for its review.
   *
   * @param reviewer employee id
   */
  public record Review(String reviewer, Instant due) {}

  /**
   * Records that the due date of a promise has passed, and escalates it to the promiser's manager;
   * at the top, to the promisee.
   *
   * @throws IllegalStateException when it was kept or withdrawn concurrently
   */
  public Review broken(long promiseId) {
    var promise = promises.lock(promiseId);
    var step = rules.broken(promise);
    promises.change(promiseId, step);
    var receiver = speakerOf(promise.madeTo()).orElse(null);
    var reviewer =
        line.managerOf(promise.madeBy().id())
            .orElse(receiver == null ? promise.madeBy().id() : receiver);
    // A manager who is also the promisee gets one mail.
    tell(promise, step, null, reviewer.equals(receiver) ? null : receiver);
    tell(promise, new Step(Kind.ESCALATED, step.state(), step.due(), null), null, reviewer);
    return new Review(reviewer, days.inDays(DAYS_TO_REVIEW, reviewer));
  }

  /**
   * Records a manager's review of a broken promise.
   *
   * @param newDue ISO 8601 when the same is promised again, else null or empty
   * @throws NotAllowedException when another manager was asked
   * @throws InvalidInputException when the note is missing or the date is invalid or past
   */
  public void reviewed(long promiseId, String note, String newDue, Actor by) {
    var promise = promises.lock(promiseId);
    by.mustActFor("refusal.promise.not-your-review", promises.reviewer(promiseId).orElse(null));
    record(promise, rules.reviewed(promise, note), by.id());
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

  /** Records an event, and notifies the promisee if it concerns them. */
  private void record(Promise promise, Step step, String by) {
    promises.change(promise.id(), step);
    var concernsPromisee = step.kind() == Kind.RENEGOTIATED || step.kind() == Kind.WITHDRAWN;
    tell(promise, step, by, concernsPromisee ? speakerOf(promise.madeTo()).orElse(null) : null);
  }

  /** Records an event and its notice. Actors get no mail about their own action. */
  private void tell(Promise promise, Step step, String by, String addressee) {
    var recipient = addressee != null && addressee.equals(by) ? null : addressee;
    var isNewDate = step.kind() == Kind.RENEGOTIATED;
    var event =
        promises.add(
            promise.id(),
            new PromiseEvent(
                0,
                step.kind(),
                clock.instant(),
                by,
                step.note(),
                isNewDate ? promise.due() : null,
                isNewDate ? step.due() : null,
                recipient));
    if (recipient != null) {
      notices.record(
          PromiseNewsRenderer.KIND, PromiseNewsRenderer.RECIPIENTS, Map.of("event", event));
    }
  }
}
