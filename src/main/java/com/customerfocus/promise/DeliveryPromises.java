package com.customerfocus.promise;

import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.promise.Promises.HandedOver;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises that are kept by a delivery, in tasks of the capability in which they were made. That
 * capability decides who may deliver and accept, tells both sides, and keeps what they say. No
 * process watches such a promise: a sweep asks the promiser before the date, and starts the review
 * of one that is broken.
 */
@Service
@Transactional
public class DeliveryPromises {

  private final Promises promises;
  private final PromiseRules rules;
  private final PromiseJournal journal;
  private final PromiseWorkflow workflow;
  private final PersonalDueDates days;
  private final Clock clock;

  DeliveryPromises(
      Promises promises,
      PromiseJournal journal,
      PromiseWorkflow workflow,
      PersonalDueDates days,
      Clock clock) {
    this.promises = promises;
    this.rules = new PromiseRules(clock);
    this.journal = journal;
    this.workflow = workflow;
    this.days = days;
    this.clock = clock;
  }

  /**
   * Records a promise in the caller's transaction.
   *
   * @return its number
   */
  public long make(NewPromise made) {
    PromiseService.check(made);
    return promises.makeByDelivery(made, askAt(made.due(), made.madeBy()), clock.instant());
  }

  /**
   * Another person has the work, and with it the promise: that person is asked before the date, and
   * that person's manager reviews it when it is broken. The caller tells them. A promise that is
   * over stays with the one who had it.
   *
   * @param person employee id
   * @param by login
   */
  public void handedTo(long promiseId, String person, String by) {
    handedTo(Map.of(promiseId, person), by);
  }

  /**
   * The same for several. The number of statements does not depend on the number of promises.
   *
   * @param people employee id by promise
   * @param by login; null for the program
   */
  public void handedTo(Map<Long, String> people, String by) {
    if (people.isEmpty()) {
      return;
    }
    var handed =
        promises.lockPending(people.keySet()).stream()
            .filter(it -> !it.madeBy().id().equals(people.get(it.id())))
            .toList();
    if (handed.isEmpty()) {
      return;
    }
    var calendars =
        days.calendars(handed.stream().map(it -> people.get(it.id())).collect(Collectors.toSet()));
    promises.handOver(
        handed.stream()
            .map(
                it -> {
                  var person = people.get(it.id());
                  var lookAt = it.isDelivered() ? null : askAt(it.due(), calendars.get(person));
                  return new HandedOver(it.id(), person, lookAt);
                })
            .toList(),
        by,
        clock.instant());
  }

  /**
   * The promiser has delivered: the date no longer counts until the promisee has accepted or
   * returned it. After the date this is recorded as late, and the promise stays broken.
   *
   * @param by login
   */
  public void delivered(long promiseId, String by) {
    var promise = promises.lock(promiseId);
    journal.recordQuietly(promise, rules.delivered(promise), by);
  }

  /**
   * What was delivered is accepted: kept, also after the date. One that was delivered late stays
   * broken.
   *
   * @param by login; null when the promisee has not answered in time, which counts as accepted
   */
  public void accepted(long promiseId, String by) {
    var promise = promises.lock(promiseId);
    if (promise.isDelivered()) {
      journal.recordQuietly(promise, rules.accepted(promise), by);
    }
  }

  /**
   * What was delivered is not accepted: to be kept by the old date, and broken when that has
   * passed. One that was delivered late stays broken.
   */
  public void returned(long promiseId, String by) {
    var promise = promises.lock(promiseId);
    if (promise.isDelivered()) {
      journal.recordQuietly(promise, rules.returned(promise), by);
      promises.lookAt(promiseId, askAt(promise.due(), promise.madeBy().id()));
    }
  }

  /**
   * Both have agreed on a later date, before the old one has passed.
   *
   * @throws InvalidInputException when it has passed, or the new one is not later
   */
  public void renegotiated(long promiseId, Instant newDue, String by) {
    var promise = promises.lock(promiseId);
    var step = rules.agreed(promise, newDue);
    journal.recordQuietly(promise, step, by);
    promises.lookAt(promiseId, askAt(newDue, promise.madeBy().id()));
  }

  /** The promisee no longer needs it. One whose date has passed stays broken. */
  public void withdrawn(long promiseId, String by) {
    var promise = promises.lock(promiseId);
    if (promise.state().isPending()
        && (promise.isDelivered() || clock.instant().isBefore(promise.due()))) {
      journal.recordQuietly(promise, rules.noLongerNeeded(promise), by);
      promises.lookAt(promiseId, null);
    }
  }

  /** The promiser says that it cannot be kept: broken now, and reviewed. */
  public void givenUp(long promiseId, String by) {
    var promise = promises.lock(promiseId);
    if (promise.state().isPending()) {
      journal.recordQuietly(promise, rules.givenUp(promise), by);
      promises.lookAt(promiseId, null);
      workflow.broken(promise);
    }
  }

  /**
   * Removes what was promised from the record, where it names a person who has a right to that. The
   * dates and what became of it stay.
   *
   * @param source what the promises were made in
   */
  public void removeWords(String source, Collection<Long> sourceIds) {
    if (!sourceIds.isEmpty()) {
      promises.removeWords(source, sourceIds);
    }
  }

  private Instant askAt(Instant due, String promiser) {
    return askAt(due, days.calendar(promiser));
  }

  private Instant askAt(Instant due, WorkingCalendar calendar) {
    return clock.instant().isBefore(due) ? days.askAt(due, calendar) : due;
  }
}
