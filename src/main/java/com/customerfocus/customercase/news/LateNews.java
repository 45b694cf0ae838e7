package com.customerfocus.customercase.news;

import java.time.Instant;

/**
 * A moment that has passed without news or without an answer.
 *
 * @param cycle in which run of the case, 1 at first
 * @param ownerId employee id of the owner at that time
 */
public record LateNews(long caseId, int cycle, What what, Instant dueAt, String ownerId) {

  /** Which clock; stored by its name. */
  public enum What {
    NEWS,
    ANSWER
  }
}
