package com.customerfocus.access;

import java.util.Set;

/**
 * The login of someone who works in Tasklist.
 *
 * @param id the employee id, also what the person types to log in
 * @param groups ids of the groups the person is in, see {@link Groups}
 */
public record Account(String id, String name, String mail, Set<String> groups) {}
