package com.customerfocus.organization.absence;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An absence of a person.
 *
 * @param untilDay the last day, included
 * @param fromAt start of the first day at the person's site
 * @param untilAt end of the last day there
 * @param deputyId employee id of the deputy, or null
 * @param recordedBy id of the person who entered or changed it last; null for an organization file
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

  /** Whether it covers a moment from the first (included) to the second (excluded). */
  boolean overlaps(Instant from, Instant until) {
    return fromAt.isBefore(until) && untilAt.isAfter(from);
  }
}
