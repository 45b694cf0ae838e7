package com.customerfocus.customercase.news;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two clocks of an open case.
 *
 * @param cycle the run of the case, 1 at first
 * @param ownerId employee id
 * @param site whose calendar they count by; null for the default one
 * @param beganAt when the run of the case began
 * @param move what another owner has; its moments are null for the first one
 * @param lastContactAt the last news, or when the case began
 * @param promisedAt the moment that the customer was told and that stands, or null
 * @param answerDueAt null unless a message waits for an answer
 * @param newsLate the moment on record as passed without news, or null
 * @param answerLate the same without an answer
 * @param silentUntil when one more cadence has passed without news, once they are late; else null
 * @param isMoved whether the owner's task is still to be told that the next news is due at another
 *     moment
 */
public record NewsClock(
    long caseId,
    long customerId,
    int cycle,
    String ownerId,
    String site,
    NewsTargets targets,
    Instant beganAt,
    Instant movedAt,
    Instant newsCapAt,
    Instant answerCapAt,
    Instant lastContactAt,
    Instant promisedAt,
    Instant newsDueAt,
    Instant answerDueAt,
    Instant newsLate,
    Instant answerLate,
    Instant silentUntil,
    boolean isMoved) {

  OwnerMove move() {
    return new OwnerMove(movedAt, newsCapAt, answerCapAt);
  }

  NewsSchedule schedule() {
    return new NewsSchedule(lastContactAt, promisedAt, newsDueAt, answerDueAt);
  }

  /** The same with other moments. */
  NewsClock with(NewsSchedule next, boolean moved) {
    return new NewsClock(
        caseId,
        customerId,
        cycle,
        ownerId,
        site,
        targets,
        beganAt,
        movedAt,
        newsCapAt,
        answerCapAt,
        next.lastContact(),
        next.promised(),
        next.newsDue(),
        next.answerDue(),
        newsLate,
        answerLate,
        next.newsDue().equals(newsDueAt) ? silentUntil : null,
        moved);
  }

  NewsClock with(NewsTargets others) {
    return new NewsClock(
        caseId,
        customerId,
        cycle,
        ownerId,
        site,
        others,
        beganAt,
        movedAt,
        newsCapAt,
        answerCapAt,
        lastContactAt,
        promisedAt,
        newsDueAt,
        answerDueAt,
        newsLate,
        answerLate,
        silentUntil,
        isMoved);
  }

  NewsClock with(String owner, String newSite, OwnerMove move) {
    return new NewsClock(
        caseId,
        customerId,
        cycle,
        owner,
        newSite,
        targets,
        beganAt,
        move.at(),
        move.news(),
        move.answer(),
        lastContactAt,
        promisedAt,
        newsDueAt,
        answerDueAt,
        newsLate,
        answerLate,
        silentUntil,
        isMoved);
  }

  /**
   * What was late is on record, and the owner's task knows the moment.
   *
   * @param nextCadence ends when news that were late by now are late once more
   */
  NewsClock seen(Instant now, Instant nextCadence) {
    return new NewsClock(
        caseId,
        customerId,
        cycle,
        ownerId,
        site,
        targets,
        beganAt,
        movedAt,
        newsCapAt,
        answerCapAt,
        lastContactAt,
        promisedAt,
        newsDueAt,
        answerDueAt,
        isNewsLate(now) ? newsDueAt : newsLate,
        isAnswerLate(now) ? answerDueAt : answerLate,
        lateMoment(now).isPresent() ? nextCadence : silentUntil,
        false);
  }

  /**
   * The moment that has passed without news and is not on record: that of the next news, and then
   * one after each further cadence of silence.
   */
  Optional<Instant> lateMoment(Instant now) {
    if (isNewsLate(now) && !newsDueAt.equals(newsLate)) {
      return Optional.of(newsDueAt);
    }
    return Optional.ofNullable(silentUntil).filter(now::isAfter);
  }

  /** When to look again; null when there is nothing to wait for. */
  Instant nextLook() {
    // A task that is to be told its new moment comes before all that is late.
    return isMoved
        ? Instant.EPOCH
        : Stream.of(schedule().nextLook(newsLate, answerLate), silentUntil)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
  }

  /** Whether the moment of the next news has passed. */
  public boolean isNewsLate(Instant now) {
    return now.isAfter(newsDueAt);
  }

  /** Whether a message has waited too long for an answer. */
  public boolean isAnswerLate(Instant now) {
    return answerDueAt != null && now.isAfter(answerDueAt);
  }
}
