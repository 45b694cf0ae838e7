package com.customerfocus.organization;

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
 * The absences that an organization file tells. They take the place of those of the file before;
 * what people entered in Tasklist stays, and an absence that somebody ended stays ended as long as
 * the file repeats it.
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

  /** Belongs to the transaction of the import. */
  void apply(Organization organization) {
    if (!organization.saysAbsences()) {
      return;
    }
    var now = clock.instant();
    var said = new HashMap<Key, Absence>();
    var zones = new HashMap<String, ZoneId>();
    for (var entry : organization.entries()) {
      if (entry.leave() != null) {
        var zone =
            zones.computeIfAbsent(entry.person().site(), site -> workingTime.calendar(site).zone());
        var absence = absence(entry, zone);
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

  private static Absence absence(Entry entry, ZoneId zone) {
    var leave = entry.leave();
    return new Absence(
        0,
        entry.id(),
        leave.from(),
        leave.until(),
        leave.from().atStartOfDay(zone).toInstant(),
        leave.until().plusDays(1).atStartOfDay(zone).toInstant(),
        leave.deputyId(),
        null);
  }

  /** What makes an absence the same as that of the file before. */
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
  static void warn(Organization organization, Changes changes, Findings findings) {
    var reported = new HashSet<String>();
    for (var entry : organization.entries()) {
      var deputy = entry.leave() == null ? null : entry.leave().deputyId();
      if (deputy != null) {
        if (!changes.worksInTasklist(deputy)) {
          findings.warning(
              "Line %d: %s, the deputy of %s, does not work in Tasklist, so the next manager up acts.",
              entry.line(), who(organization, deputy), entry.who());
        }
        warnOfCircle(organization, entry, reported, findings);
      }
    }
  }

  private static void warnOfCircle(
      Organization organization, Entry entry, Set<String> reported, Findings findings) {
    var circle =
        DeputyCircle.of(absence(entry, ZoneId.of("UTC")), id -> situation(organization, id));
    if (!circle.isEmpty()
        && reported.add(circle.stream().sorted().distinct().toList().toString())) {
      findings.warning(
          "Line %d: deputies who are away at the same time stand in for each other in a circle: %s."
              + " The next manager up acts.",
          entry.line(), String.join(" → ", circle));
    }
  }

  private static String who(Organization organization, String id) {
    return organization.entries().get(organization.place(id)).who();
  }

  private static Situation situation(Organization organization, String id) {
    var entry = organization.entries().get(organization.place(id));
    return new Situation(
        id,
        entry.who(),
        entry.person().managerId(),
        true,
        true,
        entry.leave() == null ? List.of() : List.of(absence(entry, ZoneId.of("UTC"))));
  }
}
