package com.customerfocus.deadline.level;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A clock of a service level: what one party has to do by when. A plain value; each event makes the
 * next one, by {@link ClockRules}.
 *
 * @param id 0 before it is on record
 * @param metric what is measured, such as {@code time-to-own}
 * @param holder whose clock it is, such as a department's id
 * @param site whose calendar it counts by; null for the default calendar
 * @param since since when it runs, or is stopped
 * @param ran open hours in which it ran before that
 * @param dueAt until when; null while it is stopped with time left
 * @param rest open hours left; null unless it is stopped with time left
 * @param breaches how many breaches were told, at most two
 * @param breachAt when the next breach is to be told; null when there is none to come
 * @param endedAt null until it has ended
 * @param result null until it has ended, and where it was cancelled; a fact from then on
 * @param reversal why it turned out that what ended it had not happened, such as that a mail came
 *     back; the result stays on record and counts no more. Null unless it did
 * @param grant how much of the target was left when it started; null where that is not on record
 * @param agreement the later moment that both sides have agreed on, or null
 * @param targetDueAt until when the holder had time by the target alone; null without an agreement
 */
public record ServiceClock(
    long id,
    ClockSubject subject,
    String metric,
    String holder,
    String site,
    ClockTarget target,
    Instant startedAt,
    Instant since,
    Duration ran,
    ClockState state,
    Instant dueAt,
    Duration rest,
    int breaches,
    Instant breachAt,
    Instant endedAt,
    ClockResult result,
    String reversal,
    Grant grant,
    Agreement agreement,
    Instant targetDueAt) {

  /**
   * Open hours of the target with which a clock started.
   *
   * @param given those that it had; fewer than the target where it took up the rest of another one
   * @param usedBefore what is missing to the whole target
   */
  public record Grant(Duration given, Duration usedBefore) {

    Duration whole() {
      return given.plus(usedBefore);
    }
  }

  /**
   * Until when the holder has time by the target, without what was agreed; null as {@code dueAt}.
   */
  public Instant dueByTarget() {
    return isExtended() ? targetDueAt : dueAt;
  }

  /** Whether it is due at a moment that both sides have agreed on, which is after the target. */
  public boolean isExtended() {
    return agreement != null && Objects.equals(agreement.until(), dueAt);
  }

  /** Whether this moment is after the last one in time. */
  boolean isLate(Instant now) {
    return dueAt != null && now.isAfter(dueAt);
  }

  boolean isOpen() {
    return state != ClockState.ENDED;
  }

  ServiceClock withTarget(ClockTarget other) {
    return new ServiceClock(
        id,
        subject,
        metric,
        holder,
        site,
        other,
        startedAt,
        since,
        ran,
        state,
        dueAt,
        rest,
        breaches,
        breachAt,
        endedAt,
        result,
        reversal,
        grant,
        agreement,
        targetDueAt);
  }

  ServiceClock withBreaches(int told, Instant next) {
    return new ServiceClock(
        id,
        subject,
        metric,
        holder,
        site,
        target,
        startedAt,
        since,
        ran,
        state,
        dueAt,
        rest,
        told,
        next,
        endedAt,
        result,
        reversal,
        grant,
        agreement,
        targetDueAt);
  }

  ServiceClock withResult(Instant end, ClockResult found) {
    return new ServiceClock(
        id,
        subject,
        metric,
        holder,
        site,
        target,
        startedAt,
        since,
        ran,
        state,
        dueAt,
        rest,
        breaches,
        breachAt,
        end,
        found,
        reversal,
        grant,
        agreement,
        targetDueAt);
  }

  ServiceClock reversed(String why) {
    return new ServiceClock(
        id,
        subject,
        metric,
        holder,
        site,
        target,
        startedAt,
        since,
        ran,
        state,
        dueAt,
        rest,
        breaches,
        breachAt,
        endedAt,
        result,
        why,
        grant,
        agreement,
        targetDueAt);
  }

  ServiceClock extended(Agreement later, Instant byTarget, Instant due, Instant breach) {
    return new ServiceClock(
        id, subject, metric, holder, site, target, startedAt, since, ran, state, due, rest,
        breaches, breach, endedAt, result, reversal, grant, later, byTarget);
  }
}
