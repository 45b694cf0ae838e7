package com.customerfocus.deadline.level;

import com.customerfocus.deadline.level.ServiceClock.Grant;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How a clock of a service level counts the working time of its calendar. Stopped in time it keeps
 * the rest, and goes on with at least an hour. Stopped too late it stays late: a question asked
 * after the date does not undo the delay. The due moment itself is in time. A later moment that
 * both sides agree on takes the place of the one that the target allows.
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
    var due = calendar.after(now, target.amount());
    var grant = new Grant(calendar.between(now, due), Duration.ZERO);
    return started(subject, metric, holder, site, target, now, due, grant, null, null);
  }

  /**
   * The clock, due at a later moment that both sides have agreed on. One that does not run, that is
   * late or that leaves more time stays as it is.
   */
  ServiceClock agreed(ServiceClock it, Agreement agreement) {
    if (it.state() != ClockState.RUNNING
        || it.isLate(clock.instant())
        || !agreement.until().isAfter(it.dueAt())) {
      return it;
    }
    var due = agreement.until();
    return it.extended(agreement, it.dueByTarget(), due, breachAt(due, it.target(), it.breaches()));
  }

  private static ServiceClock started(
      ClockSubject subject,
      String metric,
      String holder,
      String site,
      ClockTarget target,
      Instant start,
      Instant due,
      Grant grant,
      Agreement agreement,
      Instant targetDue) {
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
        null,
        grant,
        agreement,
        targetDue);
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
   * hour, unless it is the one of the start again or longer, and never moves the due moment to a
   * later one; a longer one gives no more than if it had been the target from the start. What both
   * sides have agreed on stands. A clock whose target has passed keeps its date, and one that has
   * ended stays as it is.
   */
  ServiceClock retargeted(ServiceClock it, ClockTarget target) {
    var now = clock.instant();
    var byTarget = it.dueByTarget();
    if (!it.isOpen() || byTarget != null && now.isAfter(byTarget)) {
      return it;
    }
    var isRunning = it.state() == ClockState.RUNNING;
    var left = isRunning ? calendar.between(now, byTarget) : it.rest();
    var next = left(it, target, left, now);
    if (!isRunning) {
      return with(it, now, it.state(), it.dueAt(), next, it.dueAt()).withTarget(target);
    }
    var due = next.equals(left) ? byTarget : after(now, next);
    var changed = with(it, now, it.state(), due, null, due).withTarget(target);
    var agreement = it.agreement();
    if (agreement == null) {
      return changed;
    }
    var until = agreement.until().isAfter(due) ? agreement.until() : due;
    return changed.extended(agreement, due, until, until);
  }

  /** Open hours left with another target. */
  private Duration left(ServiceClock it, ClockTarget target, Duration left, Instant now) {
    var whole = whole(it, target);
    var grant = it.grant();
    var fromTheStart =
        whole.minus(ran(it, now)).minus(grant == null ? Duration.ZERO : grant.usedBefore());
    var shifted = left.plus(whole.minus(whole(it, it.target())));
    if (shifted.compareTo(left) >= 0) {
      return longer(left, shorter(shifted, fromTheStart));
    }
    var isAsAtTheStart = grant != null && whole.compareTo(grant.whole()) >= 0;
    var least = isAsAtTheStart && fromTheStart.compareTo(Duration.ZERO) > 0 ? fromTheStart : LEAST;
    return shorter(left, longer(shifted, least));
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
        ended.dueAt(),
        ended.grant(),
        ended.agreement(),
        ended.targetDueAt());
  }

  /**
   * A clock for what turned out not to be done, with what was left of the one that has ended when
   * it ended, at least an hour. The difference between the two targets is added to the rest. Where
   * both sides had agreed on a later moment, what was left until then holds.
   */
  ServiceClock startedWithRest(ServiceClock ended, ClockTarget target) {
    var now = clock.instant();
    var left = ended.dueAt() == null ? ended.rest() : leftOf(ended, ended.dueByTarget());
    var shifted = left.plus(whole(ended, target).minus(whole(ended, ended.target())));
    var given = longer(shifted, LEAST);
    var whole = calendar.between(now, calendar.after(now, target.amount()));
    var next =
        started(
            ended.subject(),
            ended.metric(),
            ended.holder(),
            ended.site(),
            target,
            now,
            after(now, given),
            new Grant(given, whole.minus(given)),
            null,
            null);
    return ended.isExtended()
        ? agreed(
            next, ended.agreement().until(after(now, longer(leftOf(ended, ended.dueAt()), LEAST))))
        : next;
  }

  private Duration leftOf(ServiceClock ended, Instant due) {
    return calendar.between(ended.endedAt(), due);
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
        it.reversal(),
        it.grant(),
        it.agreement(),
        it.agreement() == null ? null : it.dueByTarget());
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
