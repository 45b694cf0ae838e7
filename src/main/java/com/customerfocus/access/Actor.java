package com.customerfocus.access;

import java.util.Arrays;
import java.util.Set;

/**
 * A logged-in person, and the rule what they may do.
 *
 * <p>A person's duty may be done by that person, by their substitute while they are away or after
 * they have left, and by an administrator. An administrator may also assign a task to another
 * person, who may do it then.
 *
 * @param id the login; of an employee, the employee id
 * @param groups ids of the person's groups, see {@link Groups}
 * @param actsFor employee id of the person in charge of the completed task for whom this person
 *     substitutes, or null
 * @param actsForGroups ids of that person's groups
 * @param entrusted whether an administrator assigned the completed task to this person
 */
public record Actor(
    String id, Set<String> groups, String actsFor, Set<String> actsForGroups, boolean entrusted) {

  public Actor {
    groups = Set.copyOf(groups);
    actsForGroups = Set.copyOf(actsForGroups);
  }

  /** A person who acts in their own name only. */
  public static Actor of(String id, String... groups) {
    return new Actor(id, Set.of(groups), null, Set.of(), false);
  }

  /** Whether this person follows the whole company, see {@link Groups#followTheCompany}. */
  public boolean followsTheCompany() {
    return Groups.followTheCompany(groups);
  }

  public boolean isAdministrator() {
    return Groups.includeAdministrators(groups);
  }

  /**
   * Whether this person may do the duty of one of these.
   *
   * @param inCharge employee ids, some of which may be null
   */
  public boolean mayActFor(String... inCharge) {
    return isAdministrator()
        || entrusted
        || Arrays.stream(inCharge)
            .anyMatch(one -> id.equals(one) || one != null && one.equals(actsFor));
  }

  /** Whether this person may do a duty of a group's members. */
  public boolean mayActAsMemberOf(String group) {
    return isAdministrator()
        || entrusted
        || groups.contains(group)
        || actsForGroups.contains(group);
  }

  /**
   * @param refusal key of messages.properties, for the person to read
   * @throws NotAllowedException unless {@link #mayActFor}
   */
  public void mustActFor(String refusal, String... inCharge) {
    if (!mayActFor(inCharge)) {
      throw new NotAllowedException(refusal);
    }
  }

  /**
   * @param refusal key of messages.properties, for the person to read
   * @throws NotAllowedException unless {@link #mayActAsMemberOf}
   */
  public void mustActAsMemberOf(String group, String refusal) {
    if (!mayActAsMemberOf(group)) {
      throw new NotAllowedException(refusal);
    }
  }
}
