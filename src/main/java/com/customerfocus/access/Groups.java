package com.customerfocus.access;

/** Ids of the groups that models, filters and endpoints name. */
public final class Groups {

  public static final String SENIOR_OFFICERS = "senior-officers";
  public static final String COMMUNICATIONS = "communications";
  public static final String MANAGERS = "managers";
  public static final String PROCESS_OWNERS = "process-owners";
  public static final String ADMINISTRATORS = "camunda-admin";

  /** The group of a department that takes handoffs: this and the department's id. */
  public static final String DEPARTMENT_PREFIX = "department-";

  private Groups() {}
}
