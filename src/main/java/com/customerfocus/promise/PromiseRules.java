package com.customerfocus.promise;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.time.Instant;

/**
 * Transitions of a promise. A new date counts only if it was agreed before the old one passed; a
 * promise not kept by then is broken, and stays broken even if it is delivered later. What is
 * delivered in time does not become late while it waits for the promisee's word: if that is yes,
 * the promise is kept; if it is no, the old date holds.
 */
final class PromiseRules {

  private static final int SHORTEST_WORD = 10;

  private final Clock clock;

  PromiseRules(Clock clock) {
    this.clock = clock;
  }

  /**
   * Result of a transition: the recorded event, the new state and due date.
   *
   * @param deliveredAt null unless it is delivered and waits for the promisee's word
   */
  record Step(
      PromiseEvent.Kind kind, PromiseState state, Instant due, Instant deliveredAt, String note) {

    Step(PromiseEvent.Kind kind, PromiseState state, Instant due, String note) {
      this(kind, state, due, null, note);
    }
  }

  // Of promises kept by a delivery: what both sides say about it stands with the capability in
  // which it was promised, so that it can be removed there.

  /** Delivered; the promisee has the say. A late delivery is recorded and changes nothing. */
  Step delivered(Promise promise) {
    requireUndelivered(promise);
    return isTooLate(promise)
        ? new Step(PromiseEvent.Kind.LATE, promise.state(), promise.due(), null)
        : new Step(
            PromiseEvent.Kind.DELIVERED, promise.state(), promise.due(), clock.instant(), null);
  }

  /** The promisee accepts what was delivered: kept, judged by the time of the delivery. */
  Step accepted(Promise promise) {
    requireDelivered(promise);
    return new Step(PromiseEvent.Kind.KEPT, PromiseState.KEPT, promise.due(), null);
  }

  /** The promisee does not accept what was delivered: the old date holds, even if it has passed. */
  Step returned(Promise promise) {
    requireDelivered(promise);
    return new Step(PromiseEvent.Kind.RETURNED, promise.state(), promise.due(), null);
  }

  /** Both have agreed on a later date. */
  Step agreed(Promise promise, Instant newDue) {
    return agreed(promise, newDue, null);
  }

  /** The promisee needs it no longer. */
  Step noLongerNeeded(Promise promise) {
    requireInTime(promise);
    return new Step(PromiseEvent.Kind.WITHDRAWN, PromiseState.WITHDRAWN, promise.due(), null);
  }

  /** The promiser cannot keep it and says so: broken, before the date. */
  Step givenUp(Promise promise) {
    requireUndelivered(promise);
    return new Step(PromiseEvent.Kind.BROKEN, PromiseState.BROKEN, promise.due(), null);
  }

  /** Kept; a late delivery is recorded and changes nothing. */
  Step kept(Promise promise, String note) {
    var said = required(note, "refusal.promise.kept-note");
    requireUndelivered(promise);
    return isTooLate(promise)
        ? new Step(PromiseEvent.Kind.LATE, promise.state(), promise.due(), said)
        : new Step(PromiseEvent.Kind.KEPT, PromiseState.KEPT, promise.due(), said);
  }

  /** The promiser expects to keep it in time. */
  Step confirmed(Promise promise, String note) {
    requireUndelivered(promise);
    requireInTime(promise);
    return new Step(PromiseEvent.Kind.CONFIRMED, promise.state(), promise.due(), optional(note));
  }

  /** Both agreed on a later date. */
  Step renegotiated(Promise promise, Instant newDue, String note) {
    var said = required(note, "refusal.promise.renegotiated-note");
    return agreed(promise, newDue, said);
  }

  private Step agreed(Promise promise, Instant newDue, String note) {
    requireUndelivered(promise);
    requireInTime(promise);
    if (!newDue.isAfter(promise.due())) {
      throw new InvalidInputException("refusal.promise.not-later");
    }
    return new Step(
        PromiseEvent.Kind.RENEGOTIATED, PromiseState.RENEGOTIATED, newDue, optional(note));
  }

  /** The promisee needs it no longer. */
  Step withdrawn(Promise promise, String note) {
    requireInTime(promise);
    var said = required(note, "refusal.promise.withdrawn-note");
    return new Step(PromiseEvent.Kind.WITHDRAWN, PromiseState.WITHDRAWN, promise.due(), said);
  }

  /**
   * The due date has passed.
   *
   * @throws IllegalStateException when it has not, or the promise is closed
   */
  Step broken(Promise promise) {
    if (!promise.state().isPending() || !isTooLate(promise)) {
      throw new IllegalStateException(
          "Promise %d is %s and due %s".formatted(promise.id(), promise.state(), promise.due()));
    }
    return new Step(PromiseEvent.Kind.BROKEN, PromiseState.BROKEN, promise.due(), null);
  }

  /** A manager has reviewed why it was broken. */
  Step reviewed(Promise promise, String note) {
    var said = required(note, "refusal.promise.review-note");
    if (promise.state() != PromiseState.BROKEN) {
      throw new InvalidInputException("refusal.promise.not-broken");
    }
    return new Step(PromiseEvent.Kind.REVIEWED, PromiseState.BROKEN, promise.due(), said);
  }

  private static void requireUndelivered(Promise promise) {
    if (isOver(promise)) {
      throw over(promise);
    }
    if (promise.isDelivered()) {
      throw new InvalidInputException("refusal.promise.delivered");
    }
  }

  private static void requireDelivered(Promise promise) {
    if (isOver(promise)) {
      throw over(promise);
    }
    if (!promise.isDelivered()) {
      throw new InvalidInputException("refusal.promise.not-delivered");
    }
  }

  private void requireInTime(Promise promise) {
    if (isOver(promise)) {
      throw over(promise);
    }
    if (isTooLate(promise)) {
      throw new InvalidInputException("refusal.promise.date-passed");
    }
  }

  private static boolean isOver(Promise promise) {
    return promise.state() == PromiseState.KEPT || promise.state() == PromiseState.WITHDRAWN;
  }

  private static InvalidInputException over(Promise promise) {
    return new InvalidInputException(
        promise.state() == PromiseState.KEPT
            ? "refusal.promise.kept"
            : "refusal.promise.withdrawn");
  }

  private boolean isTooLate(Promise promise) {
    return !promise.isDelivered()
        && (promise.state() == PromiseState.BROKEN || !clock.instant().isBefore(promise.due()));
  }

  private static String required(String note, String whenMissing) {
    if (note == null || Texts.strip(note).length() < SHORTEST_WORD) {
      throw new InvalidInputException(whenMissing);
    }
    return optional(note);
  }

  private static String optional(String note) {
    return Inputs.limited(note, 4_000, "refusal.promise.too-long");
  }
}
