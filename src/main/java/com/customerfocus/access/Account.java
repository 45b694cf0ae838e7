package com.customerfocus.access;

import java.util.Set;

/**
 * The login of a person who works in Tasklist.
 *
 * @param id the employee id, also the login
 * @param groups ids of the person's groups, see {@link Groups}
 */
public record Account(String id, String name, String mail, Set<String> groups) {}
