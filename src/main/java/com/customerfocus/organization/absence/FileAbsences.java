package com.customerfocus.organization.absence;

import com.customerfocus.organization.imports.OrganizationDiff;
import com.customerfocus.organization.imports.OrganizationTree;
import com.customerfocus.organization.imports.PersonRow;
import com.customerfocus.organization.imports.RowErrors;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Absences of an organization file. They replace those of the previous file; absences entered in
 * Tasklist stay, and an absence that a person has ended stays ended while the file repeats it.
 */
@Component
public class FileAbsences {

  private final Absences absences;
  private final WorkingTime workingTime;
  private final Clock clock;

  FileAbsences(Absences absences, WorkingTime workingTime, Clock clock) {
    this.absences = absences;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /** Joins the import's transaction. */
  public void apply(OrganizationTree organizationTree) {
    if (!organizationTree.saysAbsences()) {
      return;
    }
    var now = clock.instant();
    var said = new HashMap<Key, Absence>();
    var zones = new HashMap<String, ZoneId>();
    for (var personRow : organizationTree.entries()) {
      if (personRow.leave() != null) {
        var zone =
            zones.computeIfAbsent(
                personRow.person().site(), site -> workingTime.calendar(site).zone());
        var absence = absence(personRow, zone);
        if (absence.untilAt().isAfter(now)) {
          said.put(Key.of(absence), absence);
        }
      }
    }
    var before =
        absences.ofFiles(now).stream()
            .collect(Collectors.toMap(Key::of, Function.identity(), (one, same) -> one));
    absences.forget(without(before, said.keySet()));
    absences.insertOfFile(without(said, before.keySet()), now);
  }

  private static List<Absence> without(Map<Key, Absence> some, Set<Key> others) {
    return some.entrySet().stream()
        .filter(absence -> !others.contains(absence.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Absence absence(PersonRow personRow, ZoneId zone) {
    var leave = personRow.leave();
    return new Absence(
        0,
        personRow.id(),
        leave.from(),
        leave.until(),
        leave.from().atStartOfDay(zone).toInstant(),
        leave.until().plusDays(1).atStartOfDay(zone).toInstant(),
        leave.deputyId(),
        null);
  }

  /** Identity of an absence across files. */
  private record Key(
      String personId,
      LocalDate from,
      LocalDate until,
      Instant fromAt,
      Instant untilAt,
      String deputyId) {

    static Key of(Absence absence) {
      return new Key(
          absence.personId(),
          absence.fromDay(),
          absence.untilDay(),
          absence.fromAt(),
          absence.untilAt(),
          absence.deputyId());
    }
  }

  /** Warnings about deputies who cannot act. */
  public static void warn(
      OrganizationTree organizationTree, OrganizationDiff organizationDiff, RowErrors rowErrors) {
    var reported = new HashSet<String>();
    for (var personRow : organizationTree.entries()) {
      var deputy = personRow.leave() == null ? null : personRow.leave().deputyId();
      if (deputy != null) {
        if (!organizationDiff.worksInTasklist(deputy)) {
          rowErrors.warning(
              "Line %d: %s, the deputy of %s, does not work in Tasklist, so the next manager up acts.",
              personRow.line(), who(organizationTree, deputy), personRow.who());
        }
        warnOfCircle(organizationTree, personRow, reported, rowErrors);
      }
    }
  }

  private static void warnOfCircle(
      OrganizationTree organizationTree,
      PersonRow personRow,
      Set<String> reported,
      RowErrors rowErrors) {
    var circle =
        DeputyCircle.of(
            absence(personRow, ZoneId.of("UTC")), id -> situation(organizationTree, id));
    if (!circle.isEmpty()
        && reported.add(circle.stream().sorted().distinct().toList().toString())) {
      rowErrors.warning(
          "Line %d: deputies who are away at the same time stand in for each other in a circle: %s."
              + " The next manager up acts.",
          personRow.line(), String.join(" → ", circle));
    }
  }

  private static String who(OrganizationTree organizationTree, String id) {
    return organizationTree.entries().get(organizationTree.place(id)).who();
  }

  private static Availability situation(OrganizationTree organizationTree, String id) {
    var personRow = organizationTree.entries().get(organizationTree.place(id));
    return new Availability(
        id,
        personRow.who(),
        personRow.person().managerId(),
        true,
        true,
        personRow.leave() == null ? List.of() : List.of(absence(personRow, ZoneId.of("UTC"))));
  }
}
