package com.customerfocus.organization;

/**
 * A row of table {@code department}.
 *
 * @param active false when the department has no members any more
 */
public record StoredDepartment(Department department, boolean active) {}
