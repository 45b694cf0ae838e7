package com.customerfocus.organization;

/**
 * A person of the organization.
 *
 * @param id employee id
 * @param mail address for notices, or null
 * @param managerId employee id of the manager, null at the top
 * @param departmentId id of the {@link Department}
 * @param heritage company the person came from
 * @param language {@code en} or {@code es}
 * @param site where the person works, or null
 */
public record Person(
    String id,
    String name,
    String mail,
    String managerId,
    String departmentId,
    String heritage,
    String language,
    String site) {}
