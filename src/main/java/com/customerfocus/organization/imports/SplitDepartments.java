package com.customerfocus.organization.imports;

import com.customerfocus.organization.Department;
import com.customerfocus.organization.OrganizationChanged.Split;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The departments that keep people and lose others to departments that had none before. */
class SplitDepartments {

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
