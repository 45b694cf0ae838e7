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
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** Making promises, and putting on record what becomes of them. */
@Service
@Transactional
public class PromiseService {

  /** Characters of one promise. */
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
   * Puts promises on record, in the caller's transaction, and has them watched until they are kept,
   * withdrawn or broken; their ids, in the same order.
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
    if (!StringUtils.hasText(promise.what()) || promise.what().length() > LONGEST) {
      throw new IllegalArgumentException("A promise has 1 to %,d characters".formatted(LONGEST));
    }
  }

  /**
   * Records that a promise is kept, and ends its watch. What comes after its date has passed is on
   * record as late, and the promise stays broken.
   *
   * @param word what has changed
   * @throws NotAllowedException when the promise is another's to keep
   * @throws InvalidInputException when the word is missing or the promise is over
   */
  public void kept(long promiseId, Actor by, String word) {
    var promise = promises.lock(promiseId);
    checkAnswers(promise, by);
    var step = rules.kept(promise, word);
    record(promise, step, by.id());
    if (step.state() == PromiseState.KEPT) {
      workflow.kept(promiseId);
    }
  }

  /**
   * Records that a promise is no longer needed by whom it was made to, and ends its watch.
   *
   * @throws NotAllowedException unless the actor is whom it was made to, or who made it
   * @throws InvalidInputException when the word is missing, its date has passed or the promise is
   *     over
   */
  public void withdrawn(long promiseId, Actor by, String word) {
    var promise = promises.lock(promiseId);
    if (!by.mayActFor(speakerOf(promise.madeTo()).orElse(null))) {
      checkAnswers(promise, by);
    }
    record(promise, rules.withdrawn(promise, word), by.id());
    workflow.withdrawn(promiseId);
  }

  /**
   * What becomes of a promise after the one in charge of it answered.
   *
   * @param over whether there is nothing to watch any more
   */
  public record Answered(boolean over, Watch watch) {}

  /**
   * Records what the one in charge says about the promise.
   *
   * @throws NotAllowedException when the promise is another's to keep
   * @throws InvalidInputException when the answer cannot be taken
   */
  public Answered answered(long promiseId, PromiseAnswer answer, Actor by) {
    var promise = promises.lock(promiseId);
    checkAnswers(promise, by);
    var step = step(promise, answer);
    record(promise, step, by.id());
    // Who said that it is on track is not asked again.
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
      case PromiseAnswer.ON_TRACK -> rules.confirmed(promise, answer.word());
      case PromiseAnswer.KEPT -> rules.kept(promise, answer.word());
      case PromiseAnswer.RENEGOTIATED ->
          rules.renegotiated(
              promise, days.endOf(answer.newDue(), promise.madeBy().id()), answer.word());
      case PromiseAnswer.WITHDRAWN -> rules.withdrawn(promise, answer.word());
      default -> throw new InvalidInputException("refusal.promise.decision");
    };
  }

  /**
   * Asks the one in charge whether the promise will be kept, unless it is too late for that; says
   * who that is.
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

  /** Whom to tell what concerns this party: the person, or the head of the department. */
  private Optional<String> speakerOf(Party party) {
    return party.kind() == Party.Kind.PERSON ? Optional.of(party.id()) : line.headOf(party.id());
  }

  /**
   * A broken promise for a manager to look at.
   *
   * @param reviewer employee id
   */
  public record Review(String reviewer, Instant due) {}

  /**
   * Records that the date of a promise has passed, and escalates it to the manager of the one who
   * promised; at the top, to whom it was made to.
   *
   * @throws IllegalStateException when it was kept or withdrawn at the same moment
   */
  public Review broken(long promiseId) {
    var promise = promises.lock(promiseId);
    var step = rules.broken(promise);
    promises.change(promiseId, step.state(), step.due());
    var receiver = speakerOf(promise.madeTo()).orElse(null);
    var reviewer =
        line.managerOf(promise.madeBy().id())
            .orElse(receiver == null ? promise.madeBy().id() : receiver);
    // One mail is enough for a manager whom the promise was made to.
    tell(promise, step, null, reviewer.equals(receiver) ? null : receiver);
    tell(promise, new Step(Kind.ESCALATED, step.state(), step.due(), null), null, reviewer);
    return new Review(reviewer, days.inDays(DAYS_TO_REVIEW, reviewer));
  }

  /**
   * Records what a manager says about a broken promise.
   *
   * @param newDue ISO 8601 when the same is promised once more, else null or empty
   * @throws NotAllowedException when another manager was asked to
   * @throws InvalidInputException when the word is missing or the date is none to come
   */
  public void reviewed(long promiseId, String word, String newDue, Actor by) {
    var promise = promises.lock(promiseId);
    by.mustActFor("refusal.promise.not-your-review", promises.reviewer(promiseId).orElse(null));
    record(promise, rules.reviewed(promise, word), by.id());
    if (StringUtils.hasText(newDue)) {
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

  /** Puts on record what somebody said, and tells whom the promise was made to what they mind. */
  private void record(Promise promise, Step step, String by) {
    promises.change(promise.id(), step.state(), step.due());
    var told = step.kind() == Kind.RENEGOTIATED || step.kind() == Kind.WITHDRAWN;
    tell(promise, step, by, told ? speakerOf(promise.madeTo()).orElse(null) : null);
  }

  /** Puts on record what happened, and who is told of it. Nobody gets a mail of their own doing. */
  private void tell(Promise promise, Step step, String by, String addressee) {
    var told = addressee != null && addressee.equals(by) ? null : addressee;
    var isNewDate = step.kind() == Kind.RENEGOTIATED;
    var event =
        promises.add(
            promise.id(),
            new PromiseEvent(
                0,
                step.kind(),
                clock.instant(),
                by,
                step.word(),
                isNewDate ? promise.due() : null,
                isNewDate ? step.due() : null,
                told));
    if (told != null) {
      notices.record(
          PromiseNewsRenderer.KIND, PromiseNewsRenderer.RECIPIENTS, Map.of("event", event));
    }
  }
}
