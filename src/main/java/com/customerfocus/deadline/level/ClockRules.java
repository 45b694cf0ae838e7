package com.customerfocus.deadline.level;

import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How a clock of a service level counts the working time of its calendar. Stopped in time it keeps
 * the rest, and goes on with at least an hour. Stopped too late it stays late: a question asked
 * after the date does not undo the delay. The due moment itself is in time.
 */
final class ClockRules {

  /** Least time after an answer, a refusal or a reopening: a rest of minutes is none. */
  private static final Duration LEAST = Duration.ofHours(1);

  /** Breaches that are told: at the due moment, and when as much time again has passed. */
  private static final int MOST_BREACHES = 2;

  private final WorkingCalendar calendar;
  private final Clock clock;

  ClockRules(WorkingCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** A new clock, which runs from now on. */
  ServiceClock start(
      ClockSubject subject, String metric, String holder, String site, ClockTarget target) {
    var now = clock.instant();
    return started(
        subject, metric, holder, site, target, now, calendar.after(now, target.amount()));
  }

  private static ServiceClock started(
      ClockSubject subject,
      String metric,
      String holder,
      String site,
      ClockTarget target,
      Instant start,
      Instant due) {
    return new ServiceClock(
        0,
        subject,
        metric,
        holder,
        site,
        target,
        start,
        start,
        Duration.ZERO,
        ClockState.RUNNING,
        due,
        null,
        0,
        due,
        null,
        null,
        null);
  }

  /** The clock, stopped now. One that does not run stays as it is. */
  ServiceClock stopped(ServiceClock it) {
    if (it.state() != ClockState.RUNNING) {
      return it;
    }
    var now = clock.instant();
    return it.isLate(now)
        ? with(it, now, ClockState.STOPPED, it.dueAt(), null, null)
        : with(it, now, ClockState.STOPPED, null, calendar.between(now, it.dueAt()), null);
  }

  /** The clock, going on now. One that is not stopped stays as it is. */
  ServiceClock resumed(ServiceClock it) {
    if (it.state() != ClockState.STOPPED) {
      return it;
    }
    var now = clock.instant();
    var due = it.rest() == null ? it.dueAt() : after(now, longer(it.rest(), LEAST));
    return with(it, now, ClockState.RUNNING, due, null, breachAt(due, it.target(), it.breaches()));
  }

  /**
   * The clock with another target. The time used so far counts. A shorter target leaves at least an
   * hour, and never moves the due moment to a later one; a longer one gives no more than if it had
   * been the target from the start. A late clock keeps its date, and one that has ended stays as it
   * is.
   */
  ServiceClock retargeted(ServiceClock it, ClockTarget target) {
    var now = clock.instant();
    if (!it.isOpen() || it.isLate(now)) {
      return it;
    }
    var isRunning = it.state() == ClockState.RUNNING;
    var left = isRunning ? calendar.between(now, it.dueAt()) : it.rest();
    var whole = whole(it, target);
    var shifted = left.plus(whole.minus(whole(it, it.target())));
    var next =
        shifted.compareTo(left) < 0
            ? shorter(left, longer(shifted, LEAST))
            : longer(left, shorter(shifted, whole.minus(ran(it, now))));
    var due = isRunning && !next.equals(left) ? after(now, next) : it.dueAt();
    return with(it, now, it.state(), due, isRunning ? null : next, due).withTarget(target);
  }

  /** Open hours of a target that begins when the clock began. */
  private Duration whole(ServiceClock it, ClockTarget target) {
    return calendar.between(it.startedAt(), calendar.after(it.startedAt(), target.amount()));
  }

  /** The clock, ended now. */
  ServiceClock ended(ServiceClock it) {
    var now = clock.instant();
    return with(it, now, ClockState.ENDED, it.dueAt(), it.rest(), null)
        .withResult(now, it.isLate(now) ? ClockResult.MISSED : ClockResult.MET);
  }

  /** The clock, ended now without a result: what it measured is asked for no longer. */
  ServiceClock cancelled(ServiceClock it) {
    var now = clock.instant();
    return with(it, now, ClockState.ENDED, it.dueAt(), it.rest(), null).withResult(now, null);
  }

  /** The clock that takes the place of one whose end had not happened: it never stopped. */
  static ServiceClock again(ServiceClock ended) {
    return started(
        ended.subject(),
        ended.metric(),
        ended.holder(),
        ended.site(),
        ended.target(),
        ended.startedAt(),
        ended.dueAt());
  }

  /**
   * A clock for what turned out not to be done, with what was left of the one that has ended when
   * it ended, at least an hour. The difference between the two targets is added to the rest.
   */
  ServiceClock startedWithRest(ServiceClock ended, ClockTarget target) {
    var now = clock.instant();
    var left =
        ended.dueAt() == null ? ended.rest() : calendar.between(ended.endedAt(), ended.dueAt());
    var shifted = left.plus(whole(ended, target).minus(whole(ended, ended.target())));
    return started(
        ended.subject(),
        ended.metric(),
        ended.holder(),
        ended.site(),
        target,
        now,
        after(now, longer(shifted, LEAST)));
  }

  /** The clock, one more breach of which is told now. */
  ServiceClock breached(ServiceClock it) {
    var told = it.breaches() + 1;
    return it.withBreaches(told, breachAt(it.dueAt(), it.target(), told));
  }

  private Instant breachAt(Instant due, ClockTarget target, int told) {
    if (told >= MOST_BREACHES) {
      return null;
    }
    return told == 0 ? due : calendar.after(due, target.amount());
  }

  private ServiceClock with(
      ServiceClock it,
      Instant now,
      ClockState state,
      Instant due,
      Duration rest,
      Instant breachAt) {
    return new ServiceClock(
        it.id(),
        it.subject(),
        it.metric(),
        it.holder(),
        it.site(),
        it.target(),
        it.startedAt(),
        now,
        ran(it, now),
        state,
        due,
        rest,
        it.breaches(),
        breachAt,
        it.endedAt(),
        it.result(),
        it.reversal());
  }

  private Duration ran(ServiceClock it, Instant now) {
    return it.state() == ClockState.RUNNING
        ? it.ran().plus(calendar.between(it.since(), now))
        : it.ran();
  }

  private Instant after(Instant start, Duration openHours) {
    return calendar.after(start, new WorkingAmount(0, openHours));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
