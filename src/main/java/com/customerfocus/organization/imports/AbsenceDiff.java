package com.customerfocus.organization.imports;

import com.customerfocus.organization.absence.Absence;
import com.customerfocus.organization.changes.ChangeSummary;
import com.customerfocus.organization.changes.ChangedField;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What changes in the absences that files tell.
 *
 * @param removed recorded absences that the file does not tell any more
 * @param added absences that the file tells for the first time
 */
record AbsenceDiff(List<Absence> removed, List<Absence> added) {

  static final AbsenceDiff NONE = new AbsenceDiff(List.of(), List.of());

  private static final Comparator<Absence> EARLIEST_FIRST =
      Comparator.comparing(Absence::fromAt).thenComparing(Absence::untilAt);

  boolean isEmpty() {
    return removed.isEmpty() && added.isEmpty();
  }

  /** One line a change, in an order that depends on the changes only. */
  Stream<String> lines() {
    return Stream.concat(
            removed.stream().map(it -> "removed " + line(it)),
            added.stream().map(it -> "added " + line(it)))
        .sorted();
  }

  private static String line(Absence absence) {
    return String.join(
        " ",
        absence.personId(),
        absence.fromAt().toString(),
        absence.untilAt().toString(),
        String.valueOf(absence.deputyId()));
  }

  /**
   * Adds the changes person by person: another deputy for the same days, or other absences.
   *
   * @param name of a person, by id
   * @param who name and id of a person, by id
   * @param stays whether a person was here before and is afterwards, by id
   */
  void addTo(
      ChangeSummary summary,
      UnaryOperator<String> name,
      UnaryOperator<String> who,
      Predicate<String> stays) {
    var before = byPerson(removed);
    var after = byPerson(added);
    var people = new TreeSet<>(before.keySet());
    people.addAll(after.keySet());
    for (var id : people) {
      var from = before.getOrDefault(id, List.of());
      var to = after.getOrDefault(id, List.of());
      if (Objects.equals(text(from, AbsenceDiff::moments), text(to, AbsenceDiff::moments))) {
        summary.absences(
            ChangedField.DEPUTY,
            id,
            name.apply(id),
            text(from, it -> deputy(it, who)),
            text(to, it -> deputy(it, who)),
            stays.test(id));
      } else {
        // The same days begin at another moment when the calendar of the person's site changes.
        Function<Absence, String> days =
            Objects.equals(text(from, AbsenceDiff::days), text(to, AbsenceDiff::days))
                ? AbsenceDiff::moments
                : AbsenceDiff::days;
        summary.absences(
            ChangedField.ABSENCE,
            id,
            name.apply(id),
            text(from, it -> withDeputy(days.apply(it), it, who)),
            text(to, it -> withDeputy(days.apply(it), it, who)),
            stays.test(id));
      }
    }
  }

  private static Map<String, List<Absence>> byPerson(List<Absence> some) {
    return some.stream()
        .collect(Collectors.groupingBy(Absence::personId, HashMap::new, Collectors.toList()));
  }

  private static String text(List<Absence> some, Function<Absence, String> one) {
    return some.isEmpty()
        ? null
        : some.stream().sorted(EARLIEST_FIRST).map(one).collect(Collectors.joining("; "));
  }

  private static String days(Absence absence) {
    return "%s – %s".formatted(absence.fromDay(), absence.untilDay());
  }

  private static String moments(Absence absence) {
    return "%s – %s".formatted(absence.fromAt(), absence.untilAt());
  }

  private static String withDeputy(String days, Absence absence, UnaryOperator<String> who) {
    return absence.deputyId() == null ? days : "%s, %s".formatted(days, deputy(absence, who));
  }

  private static String deputy(Absence absence, UnaryOperator<String> who) {
    return absence.deputyId() == null ? "–" : who.apply(absence.deputyId());
  }
}
