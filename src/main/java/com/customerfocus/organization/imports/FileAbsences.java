package com.customerfocus.organization.imports;

import com.customerfocus.csv.RowErrors;
import com.customerfocus.organization.absence.Absence;
import com.customerfocus.organization.absence.Absences;
import com.customerfocus.organization.absence.Availability;
import com.customerfocus.organization.absence.DeputyCircle;
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
 * The absences that an organization file tells. They replace those of the file before; what people
 * entered in Tasklist stays, and an absence that was ended in Tasklist stays ended as long as the
 * file repeats it.
 */
@Component
class FileAbsences {

  private final Absences absences;
  private final WorkingTime workingTime;
  private final Clock clock;

  FileAbsences(Absences absences, WorkingTime workingTime, Clock clock) {
    this.absences = absences;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /**
   * What the file tells of absences that are not over at this moment. A moment before now gives the
   * same answer again, although absences have ended meanwhile.
   */
  AbsenceDiff compare(OrganizationTree tree, Instant moment) {
    if (!tree.saysAbsences()) {
      return AbsenceDiff.NONE;
    }
    var said = new HashMap<Key, Absence>();
    var zones = new HashMap<String, ZoneId>();
    for (var row : tree.entries()) {
      if (row.leave() != null) {
        var zone =
            zones.computeIfAbsent(row.person().site(), site -> workingTime.calendar(site).zone());
        var absence = absence(row, zone);
        if (absence.untilAt().isAfter(moment)) {
          said.put(Key.of(absence), absence);
        }
      }
    }
    var before =
        absences.ofFiles(moment).stream()
            .collect(Collectors.toMap(Key::of, Function.identity(), (one, same) -> one));
    return new AbsenceDiff(without(before, said.keySet()), without(said, before.keySet()));
  }

  /** Belongs to the transaction of the import. What is over stays as it is recorded. */
  void apply(AbsenceDiff diff) {
    var now = clock.instant();
    absences.forget(notOver(diff.removed(), now));
    absences.insertOfFile(notOver(diff.added(), now), now);
  }

  private static List<Absence> notOver(List<Absence> some, Instant now) {
    return some.stream().filter(absence -> absence.untilAt().isAfter(now)).toList();
  }

  private static List<Absence> without(Map<Key, Absence> some, Set<Key> others) {
    return some.entrySet().stream()
        .filter(absence -> !others.contains(absence.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Absence absence(PersonRow row, ZoneId zone) {
    var leave = row.leave();
    return new Absence(
        0,
        row.id(),
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

  /** Tells of deputies who cannot act. */
  static void warn(OrganizationTree tree, OrganizationDiff diff, RowErrors errors) {
    var reported = new HashSet<String>();
    for (var row : tree.entries()) {
      var deputy = row.leave() == null ? null : row.leave().deputyId();
      if (deputy != null) {
        if (!diff.worksInTasklist(deputy)) {
          errors.warning(
              "Line %d: %s, the deputy of %s, does not work in Tasklist, so the next manager up acts.",
              row.line(), who(tree, deputy), row.who());
        }
        warnOfCircle(tree, row, reported, errors);
      }
    }
  }

  private static void warnOfCircle(
      OrganizationTree tree, PersonRow row, Set<String> reported, RowErrors errors) {
    var circle = DeputyCircle.of(absence(row, ZoneId.of("UTC")), id -> availability(tree, id));
    if (!circle.isEmpty()
        && reported.add(circle.stream().sorted().distinct().toList().toString())) {
      errors.warning(
          "Line %d: deputies who are away at the same time stand in for each other in a circle: %s."
              + " The next manager up acts.",
          row.line(), String.join(" → ", circle));
    }
  }

  private static String who(OrganizationTree tree, String id) {
    return tree.entries().get(tree.place(id)).who();
  }

  private static Availability availability(OrganizationTree tree, String id) {
    var row = tree.entries().get(tree.place(id));
    return new Availability(
        id,
        row.who(),
        row.person().managerId(),
        true,
        true,
        row.leave() == null ? List.of() : List.of(absence(row, ZoneId.of("UTC"))));
  }
}
