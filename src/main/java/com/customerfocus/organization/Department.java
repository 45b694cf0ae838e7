package com.customerfocus.organization;

/**
 * A department with people in it.
 *
 * @param id the name in lower case with hyphens, such as {@code customer-care}
 * @param headId employee id of its head
 */
public record Department(String id, String name, String headId) {}
