package com.customerfocus.customercase.news;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * By when a customer hears from us.
 *
 * @param lastContact the last news, or when the case began
 * @param promised the moment that the customer was told and that stands, or null
 * @param newsDue by when there is the next news
 * @param answerDue by when the oldest unanswered message is answered; null without one
 */
record NewsSchedule(Instant lastContact, Instant promised, Instant newsDue, Instant answerDue) {

  /**
   * When to look whether one of the two moments has passed; null when both are known to have.
   *
   * @param newsLate the moment that is on record as passed without news, or null
   * @param answerLate the same without an answer
   */
  Instant nextLook(Instant newsLate, Instant answerLate) {
    return Stream.of(
            newsDue.equals(newsLate) ? null : newsDue,
            Objects.equals(answerDue, answerLate) ? null : answerDue)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }
}
