package com.customerfocus.organization.absence;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Someone is away.
 *
 * @param untilDay the last day, included
 * @param fromAt when the first day begins at the person's site
 * @param untilAt when the last day ends there
 * @param deputyId employee id of who acts meanwhile, or null
 * @param recordedBy id of the one who entered or changed it last; null when a file said so
 */
public record Absence(
    long id,
    String personId,
    LocalDate fromDay,
    LocalDate untilDay,
    Instant fromAt,
    Instant untilAt,
    String deputyId,
    String recordedBy) {

  boolean holds(Instant moment) {
    return overlaps(moment, moment.plusNanos(1));
  }

  /** Whether it holds at any moment from the first up to the second, which is not included. */
  boolean overlaps(Instant from, Instant until) {
    return fromAt.isBefore(until) && untilAt.isAfter(from);
  }
}
