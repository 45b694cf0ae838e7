package com.customerfocus.organization.imports;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.DepartmentId;
import com.customerfocus.organization.NamesOnRecord;
import com.customerfocus.support.MailAddress;
import com.customerfocus.support.NameKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * All people and their managers: one tree without gaps. Entries are known by their index, so that a
 * large organization needs a few arrays and no objects per person.
 */
class OrganizationTree {

  /** Maximum number of people named in one message. */
  private static final int MOST_NAMES = 50;

  private static final int NONE = -1;

  private final OrganizationFile file;
  private final List<PersonRow> entries;
  private final Map<String, Integer> places;
  private final int[] manager;
  private final int[] level;
  private final int[] below;
  private final Map<String, Integer> heads = new LinkedHashMap<>();

  private OrganizationTree(OrganizationFile file, Map<String, Integer> places, int[] manager) {
    this.file = file;
    this.entries = file.entries();
    this.places = places;
    this.manager = manager;
    this.level = new int[manager.length];
    this.below = new int[manager.length];
  }

  /**
   * The organization of a file.
   *
   * @throws InvalidFileException when the findings have errors, of the file or of how its rows fit
   *     together
   */
  public static OrganizationTree of(OrganizationFile file, RowErrors errors) {
    // Unreadable rows would be reported missing.
    if (!file.complete()) {
      errors.refuseWhenThereAreErrors();
    }
    var places = placesById(file, errors);
    checkMails(file, errors);
    var similar = new SimilarIds(file.entries());
    var manager = managers(file, places, similar, errors);
    checkTop(file, errors);
    checkCycles(file, manager, errors);
    checkHeads(file, errors);
    checkDeputies(file, places, similar, errors);
    errors.refuseWhenThereAreErrors();
    var organization = new OrganizationTree(file, places, manager);
    organization.measure();
    organization.findHeads();
    return organization;
  }

  /**
   * The same people with the ids of departments and the spelling of heritage companies that are on
   * record.
   */
  OrganizationTree named(NamesOnRecord names) {
    var named = file.named(names);
    if (named == file) {
      return this;
    }
    var organization = new OrganizationTree(named, places, manager);
    organization.measure();
    organization.findHeads();
    return organization;
  }

  /** Heritage companies that are on record in another spelling: the file's to the one on record. */
  Map<String, String> respelledCompanies(NamesOnRecord names) {
    return file.respelledCompanies(names);
  }

  public List<PersonRow> entries() {
    return entries;
  }

  /** The index of a person in {@link #entries}, or null for an unknown one. */
  public Integer place(String id) {
    return places.get(id);
  }

  boolean isTop(int place) {
    return manager[place] == NONE;
  }

  boolean isManager(int place) {
    return below[place] > 0;
  }

  public boolean saysRoles() {
    return file.saysRoles();
  }

  /** Whether the file has columns of absences; without them recorded absences stay. */
  public boolean saysAbsences() {
    return file.saysAbsences();
  }

  /** How many people work at each site that the file names. */
  Map<String, Long> peopleBySite() {
    return entries.stream()
        .map(entry -> entry.person().site())
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(site -> site, Collectors.counting()));
  }

  public PersonRow top() {
    for (var place = 0; place < manager.length; place++) {
      if (isTop(place)) {
        return entries.get(place);
      }
    }
    throw new IllegalStateException("An organization without a top is refused");
  }

  List<Department> departments() {
    return file.departments().entrySet().stream()
        .map(
            department ->
                new Department(
                    department.getKey(),
                    department.getValue(),
                    entries.get(heads.get(department.getKey())).id()))
        .toList();
  }

  /** The id of the department with this name, in any spelling. */
  String departmentId(String name) {
    return departments().stream()
        .filter(department -> NameKey.same(department.name(), name))
        .map(Department::id)
        .findFirst()
        .orElseGet(() -> DepartmentId.of(name));
  }

  private static Map<String, Integer> placesById(OrganizationFile file, RowErrors errors) {
    var places = new HashMap<String, Integer>();
    for (var place = 0; place < file.entries().size(); place++) {
      var entry = file.entries().get(place);
      var first = places.putIfAbsent(entry.id(), place);
      if (first != null && entry.isRight(PersonColumn.ID)) {
        errors.error(
            entry.line(),
            file.header(PersonColumn.ID),
            "The employee id '%s' is already on line %d. Give each person an id of their own and"
                + " one line.",
            entry.id(),
            file.entries().get(first).line());
      }
    }
    return places;
  }

  private static void checkMails(OrganizationFile file, RowErrors errors) {
    var first = new HashMap<String, PersonRow>();
    for (var entry : file.entries()) {
      var mail = entry.person().mail();
      var other = mail == null ? null : first.putIfAbsent(MailAddress.key(mail), entry);
      if (other != null) {
        errors.error(
            entry.line(),
            file.header(PersonColumn.MAIL),
            "'%s' is also the mail address of %s on line %d. Correct one of them, or leave it"
                + " empty for a person without an address of their own.",
            mail,
            other.who(),
            other.line());
      }
    }
  }

  private static int[] managers(
      OrganizationFile file, Map<String, Integer> places, SimilarIds similar, RowErrors errors) {
    var manager = new int[file.entries().size()];
    for (var place = 0; place < manager.length; place++) {
      var entry = file.entries().get(place);
      var managerId = entry.person().managerId();
      manager[place] = managerId == null ? NONE : places.getOrDefault(managerId, NONE);
      if (managerId != null
          && manager[place] == NONE
          && entry.isRight(PersonColumn.MANAGER)
          && !file.unreadIds().contains(managerId)) {
        errors.error(
            entry.line(),
            file.header(PersonColumn.MANAGER),
            "Nobody in the file has the employee id '%s'.%s Correct the manager of %s, or add the"
                + " manager to the file.",
            managerId,
            similar.hint(managerId),
            entry.who());
      }
    }
    return manager;
  }

  private static void checkTop(OrganizationFile file, RowErrors errors) {
    var tops = file.entries().stream().filter(PersonRow::isWithoutManager).toList();
    // The person at the top may be in a row that could not be read.
    if (tops.isEmpty()
        && !file.hasUnread()
        && file.entries().stream().allMatch(it -> it.person().managerId() != null)) {
      errors.error(
          null,
          file.header(PersonColumn.MANAGER),
          "Everybody has a manager. Leave the manager empty for the person at the top.");
    }
    if (tops.size() > 1) {
      var names = names(tops, ", ");
      for (var top : tops) {
        errors.error(
            top.line(),
            file.header(PersonColumn.MANAGER),
            "%d people have no manager, but only the person at the top may have none: %s. Fill in"
                + " the manager of the others.",
            tops.size(),
            names);
      }
    }
  }

  private static void checkCycles(OrganizationFile file, int[] manager, RowErrors errors) {
    var visitedFrom = new int[manager.length];
    Arrays.fill(visitedFrom, NONE);
    for (var start = 0; start < manager.length; start++) {
      var place = start;
      while (place != NONE && visitedFrom[place] == NONE) {
        visitedFrom[place] = start;
        place = manager[place];
      }
      if (place != NONE && visitedFrom[place] == start) {
        reportCycle(file, manager, place, errors);
      }
    }
  }

  private static void reportCycle(
      OrganizationFile file, int[] manager, int start, RowErrors errors) {
    var cycle = new ArrayList<PersonRow>();
    var place = start;
    do {
      cycle.add(file.entries().get(place));
      place = manager[place];
    } while (place != start);
    var first = cycle.get(0);
    if (cycle.size() == 1) {
      errors.error(
          first.line(),
          file.header(PersonColumn.MANAGER),
          "%s is their own manager. Put the manager, or leave it empty for the person at the top.",
          first.who());
    } else {
      errors.error(
          first.line(),
          file.header(PersonColumn.MANAGER),
          "These %d people manage each other in a circle: %s, who is managed by %s again. Correct"
              + " the manager of one of them.",
          cycle.size(),
          names(cycle, ", who is managed by "),
          first.who());
    }
  }

  private static void checkHeads(OrganizationFile file, RowErrors errors) {
    var first = new HashMap<String, PersonRow>();
    for (var entry : file.entries()) {
      var department = entry.person().departmentId();
      if (entry.roles().contains(PersonRole.DEPARTMENT_HEAD) && !department.isEmpty()) {
        var other = first.putIfAbsent(department, entry);
        if (other != null) {
          errors.error(
              entry.line(),
              file.header(PersonColumn.ROLES),
              "The department %s already has a head: %s on line %d. Leave the role with one of"
                  + " them.",
              file.departments().get(department),
              other.who(),
              other.line());
        }
      }
    }
  }

  private static void checkDeputies(
      OrganizationFile file, Map<String, Integer> places, SimilarIds similar, RowErrors errors) {
    for (var entry : file.entries()) {
      var deputy = entry.leave() == null ? null : entry.leave().deputyId();
      if (deputy != null && deputy.equals(entry.id())) {
        errors.error(
            entry.line(),
            file.header(PersonColumn.DEPUTY),
            "%s is their own deputy. Put someone else, or leave it empty: then the next manager up"
                + " acts.",
            entry.who());
      } else if (deputy != null
          && !places.containsKey(deputy)
          && entry.isRight(PersonColumn.DEPUTY)
          && !file.unreadIds().contains(deputy)) {
        errors.error(
            entry.line(),
            file.header(PersonColumn.DEPUTY),
            "Nobody in the file has the employee id '%s'.%s Correct the deputy of %s, or leave it"
                + " empty: then the next manager up acts.",
            deputy,
            similar.hint(deputy),
            entry.who());
      }
    }
  }

  private static String names(List<PersonRow> some, String separator) {
    var names = new StringBuilder();
    for (var entry : some.subList(0, Math.min(some.size(), MOST_NAMES))) {
      names.append(names.isEmpty() ? "" : separator).append(entry.who());
    }
    if (some.size() > MOST_NAMES) {
      names
          .append(separator)
          .append(String.format(Locale.ENGLISH, "%,d more", some.size() - MOST_NAMES));
    }
    return names.toString();
  }

  /** Computes each person's level, 0 at the top, and the number of people below. */
  private void measure() {
    Arrays.fill(level, NONE);
    var line = new ArrayList<Integer>();
    for (var start = 0; start < manager.length; start++) {
      for (var place = start; place != NONE && level[place] == NONE; place = manager[place]) {
        line.add(place);
      }
      for (; !line.isEmpty(); line.remove(line.size() - 1)) {
        var place = line.get(line.size() - 1);
        level[place] = isTop(place) ? 0 : level[manager[place]] + 1;
      }
    }
    var deepestFirst = new Integer[manager.length];
    Arrays.setAll(deepestFirst, place -> place);
    Arrays.sort(deepestFirst, Comparator.comparing((Integer place) -> -level[place]));
    for (var place : deepestFirst) {
      if (!isTop(place)) {
        below[manager[place]] += below[place] + 1;
      }
    }
  }

  /**
   * The person with the role of head; else the one nearest to the top, with more people below, with
   * the lower id.
   */
  private void findHeads() {
    var nearestFirst =
        Comparator.comparing(
                (Integer place) -> !entries.get(place).roles().contains(PersonRole.DEPARTMENT_HEAD))
            .thenComparing(place -> level[place])
            .thenComparing(place -> -below[place])
            .thenComparing(place -> entries.get(place).id());
    for (var place = 0; place < manager.length; place++) {
      heads.merge(
          entries.get(place).person().departmentId(),
          place,
          (one, other) -> nearestFirst.compare(one, other) <= 0 ? one : other);
    }
  }
}
