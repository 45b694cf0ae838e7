package com.customerfocus.organization;

/**
 * A department with people in it.
 *
 * @param id see {@link DepartmentId}; it stays when the name is spelled in another way
 * @param headId employee id of its head
 */
public record Department(String id, String name, String headId) {}
