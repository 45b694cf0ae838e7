package com.customerfocus.organization.absence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Deputies who would stand in for each other in a circle while all of them are away. */
public final class DeputyCircle {

  private DeputyCircle() {}

  /**
   * Names from the absent person's deputy round to that deputy again; empty when there is no
   * circle.
   *
   * @param people the availability of each person during the absence, null for the unknown
   */
  public static List<String> of(Absence absence, Function<String, Availability> people) {
    var line = new ArrayList<Availability>();
    if (!follow(absence, absence.fromAt(), absence.untilAt(), absence.personId(), people, line)) {
      return List.of();
    }
    line.add(line.get(0));
    return line.stream().map(Availability::name).toList();
  }

  /** Follows the deputies while all of them are away at the same time. */
  private static boolean follow(
      Absence absence,
      Instant from,
      Instant until,
      String person,
      Function<String, Availability> people,
      List<Availability> line) {
    var deputy = absence.deputyId() == null ? null : people.apply(absence.deputyId());
    if (deputy == null || line.contains(deputy)) {
      return false;
    }
    line.add(deputy);
    if (deputy.id().equals(person)) {
      return true;
    }
    for (var theirs : deputy.absences()) {
      var begin = theirs.fromAt().isAfter(from) ? theirs.fromAt() : from;
      var end = theirs.untilAt().isBefore(until) ? theirs.untilAt() : until;
      if (begin.isBefore(end) && follow(theirs, begin, end, person, people, line)) {
        return true;
      }
    }
    line.remove(line.size() - 1);
    return false;
  }
}
