package com.customerfocus.organization;

/**
 * A row of table {@code department}.
 *
 * @param active false when nobody belongs to it any more
 */
public record StoredDepartment(Department department, boolean active) {}
