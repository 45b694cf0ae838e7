package com.customerfocus.access;

import java.util.Arrays;
import java.util.Set;

/**
 * A logged-in person who does something, and the rule what they may do.
 *
 * <p>What is one person's to do may be done by that person, by the one who acts for them while they
 * are away or after they have left, and by an administrator. An administrator may also give a task
 * to another person, who may do it then.
 *
 * @param id what the person types to log in; of an employee, the employee id
 * @param groups ids of the groups the person is in, see {@link Groups}
 * @param actsFor employee id of the person in charge of the completed task for whom this person
 *     acts, or null
 * @param actsForGroups ids of the groups that person is in
 * @param entrusted whether an administrator gave the completed task to this person
 */
public record Actor(
    String id, Set<String> groups, String actsFor, Set<String> actsForGroups, boolean entrusted) {

  public Actor {
    groups = Set.copyOf(groups);
    actsForGroups = Set.copyOf(actsForGroups);
  }

  /** A person who acts for nobody else. */
  public static Actor of(String id, String... groups) {
    return new Actor(id, Set.of(groups), null, Set.of(), false);
  }

  public boolean isAdministrator() {
    return Groups.includeAdministrators(groups);
  }

  /**
   * Whether this person may do what one of these is in charge of.
   *
   * @param inCharge employee ids, some of which may be null
   */
  public boolean mayActFor(String... inCharge) {
    return isAdministrator()
        || entrusted
        || Arrays.stream(inCharge)
            .anyMatch(one -> id.equals(one) || one != null && one.equals(actsFor));
  }

  /** Whether this person may do what is for the members of a group. */
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
