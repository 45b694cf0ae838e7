package com.customerfocus.organization.imports;

import com.customerfocus.access.Groups;
import com.customerfocus.organization.Department;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Accounts in Tasklist and their groups: managers, members of departments that take handoffs, and
 * holders of roles. Other people need no account.
 */
class TasklistGroups {

  /** Ids of the groups that a role gives. */
  private static final Set<String> OF_ROLES =
      Arrays.stream(PersonRole.values())
          .flatMap(role -> role.group().stream())
          .collect(Collectors.toUnmodifiableSet());

  private final OrganizationTree tree;
  private final Set<String> handoffDepartments;
  private final boolean seniorOfficerIsTheTop;

  /**
   * @param handoffDepartments names of the departments that take handoffs
   * @param isFirstImport whether no account can have a role yet; then, in a file without roles, the
   *     top becomes senior officer and can launch a memo
   */
  public TasklistGroups(
      OrganizationTree tree, List<String> handoffDepartments, boolean isFirstImport) {
    this.tree = tree;
    this.handoffDepartments =
        handoffDepartments.stream().map(tree::departmentId).collect(Collectors.toUnmodifiableSet());
    this.seniorOfficerIsTheTop = isFirstImport && !tree.saysRoles();
  }

  boolean seniorOfficerIsTheTop() {
    return seniorOfficerIsTheTop;
  }

  /**
   * Ids of the person's groups, separated by blanks, or null when the person needs no account.
   *
   * @param before value of the last import; a file without roles leaves roles unchanged
   */
  String of(int place, String before) {
    var entry = tree.entries().get(place);
    var groups = new TreeSet<String>();
    if (tree.isManager(place)) {
      groups.add(Groups.MANAGERS);
    }
    if (handoffDepartments.contains(entry.person().departmentId())) {
      groups.add(Groups.DEPARTMENT_PREFIX + entry.person().departmentId());
    }
    if (tree.saysRoles()) {
      entry.roles().forEach(role -> role.group().ifPresent(groups::add));
    } else {
      split(before).stream().filter(OF_ROLES::contains).forEach(groups::add);
    }
    if (seniorOfficerIsTheTop && tree.isTop(place)) {
      groups.add(Groups.SENIOR_OFFICERS);
    }
    return groups.isEmpty() ? null : String.join(" ", groups);
  }

  /**
   * Groups whose members the organization decides, id to name. Without roles in the file,
   * administrators decide about the groups of roles.
   *
   * @param before groups of accounts by earlier imports, which they may have to leave
   */
  Map<String, String> managed(Collection<String> before, Collection<Department> departments) {
    var names = new HashMap<String, String>();
    departments.forEach(it -> names.put(Groups.DEPARTMENT_PREFIX + it.id(), it.name()));
    var ids = new HashSet<String>();
    handoffDepartments.forEach(id -> ids.add(Groups.DEPARTMENT_PREFIX + id));
    before.forEach(groups -> ids.addAll(split(groups)));
    ids.removeIf(id -> !id.startsWith(Groups.DEPARTMENT_PREFIX));
    var managed =
        ids.stream().collect(Collectors.toMap(id -> id, id -> names.getOrDefault(id, id)));
    managed.put(Groups.MANAGERS, "Managers");
    for (var role : PersonRole.values()) {
      var isDecided =
          tree.saysRoles() || (seniorOfficerIsTheTop && role == PersonRole.SENIOR_OFFICER);
      role.group().filter(group -> isDecided).ifPresent(it -> managed.put(it, role.groupName()));
    }
    return managed;
  }

  static Set<String> split(String groups) {
    return groups == null ? Set.of() : Set.of(groups.split(" "));
  }
}
