package com.customerfocus.deadline.level;

import java.time.Duration;
import java.time.Instant;

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
    String reversal) {

  /** Whether this moment is after the last one in time. */
  boolean isLate(Instant now) {
    return dueAt != null && now.isAfter(dueAt);
  }

  boolean isOpen() {
    return state != ClockState.ENDED;
  }

  ServiceClock withTarget(ClockTarget other) {
    return new ServiceClock(
        id, subject, metric, holder, site, other, startedAt, since, ran, state, dueAt, rest,
        breaches, breachAt, endedAt, result, reversal);
  }

  ServiceClock withBreaches(int told, Instant next) {
    return new ServiceClock(
        id, subject, metric, holder, site, target, startedAt, since, ran, state, dueAt, rest, told,
        next, endedAt, result, reversal);
  }

  ServiceClock withResult(Instant end, ClockResult found) {
    return new ServiceClock(
        id, subject, metric, holder, site, target, startedAt, since, ran, state, dueAt, rest,
        breaches, breachAt, end, found, reversal);
  }

  ServiceClock reversed(String why) {
    return new ServiceClock(
        id, subject, metric, holder, site, target, startedAt, since, ran, state, dueAt, rest,
        breaches, breachAt, endedAt, result, why);
  }
}
