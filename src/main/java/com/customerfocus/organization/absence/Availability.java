package com.customerfocus.organization.absence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What decides whether a person can act.
 *
 * @param active false when the person has left
 * @param hasAccount whether the person works in Tasklist
 * @param absences those that have not been ended, of the time asked for
 */
public record Availability(
    String id,
    String name,
    String managerId,
    boolean active,
    boolean hasAccount,
    List<Absence> absences) {

  /** Of two absences at the same time the one recorded later counts. */
  Optional<Absence> absence(Instant at) {
    return absences.stream()
        .filter(absence -> absence.holds(at))
        .max(Comparator.comparing(Absence::id));
  }

  boolean isThere(Instant at) {
    return active && absence(at).isEmpty();
  }

  boolean canActForOthers(Instant at) {
    return hasAccount && isThere(at);
  }
}
