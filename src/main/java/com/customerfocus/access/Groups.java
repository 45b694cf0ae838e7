package com.customerfocus.access;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/** Ids of the groups that models, filters and endpoints name. */
public final class Groups {

  public static final String SENIOR_OFFICERS = "senior-officers";
  public static final String COMMUNICATIONS = "communications";
  public static final String MANAGERS = "managers";
  public static final String PROCESS_OWNERS = "process-owners";

  /** Those who own customers' cases. */
  public static final String FRONT_LINE = "front-line";

  public static final String ADMINISTRATORS = "camunda-admin";

  private static final Set<String> FOLLOWING =
      Set.of(SENIOR_OFFICERS, COMMUNICATIONS, PROCESS_OWNERS, ADMINISTRATORS);

  /** Prefix of the group of a department that takes handoffs; the department's id follows. */
  public static final String DEPARTMENT_PREFIX = "department-";

  /**
   * Whether the administrators' group is among these.
   *
   * @param groups ids, or null for none
   */
  public static boolean includeAdministrators(Collection<String> groups) {
    return groups != null && groups.contains(ADMINISTRATORS);
  }

  /**
   * Whether one of these groups follows the whole company, and so reads the promises and handoffs
   * of all departments.
   *
   * @param groups ids
   */
  public static boolean followTheCompany(Collection<String> groups) {
    return !Collections.disjoint(groups, FOLLOWING);
  }

  private Groups() {}
}
