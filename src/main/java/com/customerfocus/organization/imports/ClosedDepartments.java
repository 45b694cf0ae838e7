package com.customerfocus.organization.imports;

import static java.util.stream.Collectors.toMap;

import com.customerfocus.organization.Department;
import com.customerfocus.organization.OrganizationChanged.Closed;
import com.customerfocus.organization.OrganizationChanged.Split;
import com.customerfocus.organization.Person;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The departments that lose all their people in an import, and the successor of each: the
 * department in which most of those people are now; of two with the same number the one with the
 * former head, then the one with the lower id. When all have left, the department of the head's
 * next manager up who works here, at last that of the top.
 */
class ClosedDepartments {

  private final OrganizationTree tree;
  private final Map<String, Department> closed = new HashMap<>();
  private final Map<String, Map<String, Long>> moved = new HashMap<>();
  private final Map<String, String> managersOfLeavers = new HashMap<>();

  ClosedDepartments(OrganizationTree tree) {
    this.tree = tree;
  }

  /** Before the people who were in it. */
  void add(Department department) {
    closed.put(department.id(), department);
  }

  void leaves(Person person) {
    managersOfLeavers.put(person.id(), person.managerId());
  }

  void stays(Person before, Person after) {
    if (closed.containsKey(before.departmentId())) {
      moved
          .computeIfAbsent(before.departmentId(), none -> new HashMap<>())
          .merge(after.departmentId(), 1L, Long::sum);
    }
  }

  /** In the order of their names. */
  List<Closed> withSuccessors() {
    if (closed.isEmpty()) {
      return List.of();
    }
    var departments =
        tree.departments().stream().collect(toMap(Department::id, department -> department));
    return closed.values().stream()
        .sorted(Comparator.comparing(Department::name).thenComparing(Department::id))
        .map(it -> new Closed(it, departments.get(successor(it))))
        .toList();
  }

  private String successor(Department department) {
    var ofTheLine = departmentUpFrom(department.headId());
    return moved.getOrDefault(department.id(), Map.of()).entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(it -> it.getKey().equals(ofTheLine))
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(ofTheLine);
  }

  private String departmentUpFrom(String head) {
    var asked = new HashSet<String>();
    for (var id = head; id != null && asked.add(id); id = managersOfLeavers.get(id)) {
      var place = tree.place(id);
      if (place != null) {
        return tree.entries().get(place).person().departmentId();
      }
    }
    return tree.top().person().departmentId();
  }

  /** The departments that keep people and lose others to departments that had none before. */
  static class Splits {

    private final Map<String, String> opened = new HashMap<>();
    private final Map<String, TreeSet<String>> parts = new HashMap<>();

    /** Before the people who go there. */
    void opens(Department department) {
      opened.put(department.id(), department.name());
    }

    void moves(String from, String to) {
      if (opened.containsKey(to)) {
        parts.computeIfAbsent(from, none -> new TreeSet<>()).add(opened.get(to));
      }
    }

    /**
     * In the order of their names.
     *
     * @param departments that have people afterwards
     */
    List<Split> amongThose(Collection<Department> departments) {
      return departments.stream()
          .filter(it -> parts.containsKey(it.id()))
          .sorted(Comparator.comparing(Department::name))
          .map(it -> new Split(it, List.copyOf(parts.get(it.id()))))
          .toList();
    }
  }
}
