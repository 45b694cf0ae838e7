package com.customerfocus.organization.imports;

import com.customerfocus.organization.OrganizationTables;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.imports.ImportPreview.Member;
import com.customerfocus.organization.imports.ImportPreview.Mover;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes as a person reads them: with the names of people, their managers and departments. */
class OrganizationDiffView {

  private final OrganizationDiff diff;
  private final Map<String, String> departments = new HashMap<>();
  private final Map<String, String> people = new HashMap<>();

  /** Before they are written. */
  public OrganizationDiffView(OrganizationTables tables, OrganizationDiff diff) {
    this.diff = diff;
    tables
        .departments()
        .forEach(it -> departments.put(it.department().id(), it.department().name()));
    diff.newDepartments()
        .forEach(it -> departments.put(it.department().id(), it.department().name()));
    var examples = diff.examples();
    var managers =
        Stream.of(examples.joiners(), examples.leavers(), examples.movedFrom(), examples.movedTo())
            .flatMap(List::stream)
            .map(Person::managerId)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    tables.people(managers).forEach(it -> people.put(it.id(), it.name()));
    Stream.concat(diff.newPeople().stream(), diff.changedPeople().stream())
        .forEach(it -> people.put(it.id(), it.person().name()));
  }

  public List<Member> joiners() {
    return members(diff.examples().joiners());
  }

  public List<Member> leavers() {
    return members(diff.examples().leavers());
  }

  public List<Mover> movers() {
    var from = diff.examples().movedFrom();
    var to = diff.examples().movedTo();
    return IntStream.range(0, from.size())
        .mapToObj(i -> new Mover(who(to.get(i)), place(from.get(i)), place(to.get(i))))
        .toList();
  }

  /** How many people are not named; null when all are. */
  public String more() {
    var examples = diff.examples();
    var more =
        diff.joiners()
            + diff.leavers().size()
            + diff.moves()
            - examples.joiners().size()
            - examples.leavers().size()
            - examples.movedFrom().size();
    return more == 0
        ? null
        : String.format(
            Locale.ENGLISH, "%,d more people are in the file but not listed here.", more);
  }

  private List<Member> members(List<Person> some) {
    return some.stream()
        .map(it -> new Member(who(it), departments.get(it.departmentId()), manager(it)))
        .toList();
  }

  private static String who(Person person) {
    return "%s (%s)".formatted(person.name(), person.id());
  }

  private String place(Person person) {
    return "%s, under %s".formatted(departments.get(person.departmentId()), manager(person));
  }

  private String manager(Person person) {
    return person.managerId() == null
        ? "nobody"
        : people.getOrDefault(person.managerId(), person.managerId());
  }
}
