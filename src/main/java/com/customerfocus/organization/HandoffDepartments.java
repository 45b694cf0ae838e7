package com.customerfocus.organization;

import com.customerfocus.support.NameKey;
import com.customerfocus.support.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The departments that take handoffs, by the setting {@code handoff-departments}. Their members
 * have accounts and are in the department's group, see {@link
 * com.customerfocus.access.Groups#DEPARTMENT_PREFIX}. Each question costs one statement.
 */
@Component
public class HandoffDepartments {

  private static final Logger log = LoggerFactory.getLogger(HandoffDepartments.class);
  private static final String SETTING = OrganizationProperties.PREFIX + ".handoff-departments";

  private final OrganizationTables tables;
  private final OrganizationProperties settings;
  private final Set<String> keys;

  HandoffDepartments(OrganizationTables tables, OrganizationProperties settings) {
    this.tables = tables;
    this.settings = settings;
    this.keys =
        settings.handoffDepartments().stream()
            .map(NameKey::of)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Those that have people, by name. */
  public List<Department> all() {
    return tables.departments().stream()
        .filter(StoredDepartment::active)
        .map(StoredDepartment::department)
        .filter(it -> keys.contains(NameKey.of(it.name())))
        .toList();
  }

  /**
   * The one with this id, else with this name in any spelling.
   *
   * @param idOrName as a user typed it, or null
   */
  public Optional<Department> find(String idOrName) {
    if (Texts.isBlank(idOrName)) {
      return Optional.empty();
    }
    var key = NameKey.of(idOrName);
    var all = all();
    return all.stream()
        .filter(it -> it.id().equals(Texts.strip(idOrName)))
        .findFirst()
        .or(() -> all.stream().filter(it -> NameKey.of(it.name()).equals(key)).findFirst());
  }

  /**
   * The one department that a person belongs to, whether it takes handoffs or not; empty for a
   * person who has left.
   */
  public Optional<Department> departmentOf(String personId) {
    return tables.departmentOf(personId);
  }

  /** Whether the person works in this department. */
  public boolean isMember(String personId, String departmentId) {
    return departmentOf(personId).filter(it -> it.id().equals(departmentId)).isPresent();
  }

  /**
   * Tells the administrator at start which departments of the setting have no people: a wrong name,
   * or a department that has closed.
   */
  @EventListener(ApplicationReadyEvent.class)
  void check() {
    var known =
        tables.departments().stream()
            .filter(StoredDepartment::active)
            .map(it -> NameKey.of(it.department().name()))
            .collect(Collectors.toSet());
    // Before the first import there are none at all.
    if (known.isEmpty()) {
      return;
    }
    var unknown =
        settings.handoffDepartments().stream()
            .filter(name -> !known.contains(NameKey.of(name)))
            .map("'%s'"::formatted)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      log.warn(
          "Departments that take handoffs and have no people: {}. Correct the names in {}, or take"
              + " them off.",
          unknown,
          SETTING);
    }
  }
}
