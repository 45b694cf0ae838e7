package com.customerfocus.engine;

import com.customerfocus.access.Groups;
import org.camunda.bpm.engine.authorization.Authorization;

/**
 * Who may start a process in Tasklist, until an administrator decides otherwise. Each capability
 * brings those of its processes as beans; a grant is made once, at the first start of the program
 * that brings it.
 *
 * @param process key of the process
 * @param audience id of a group, see {@link Groups}, or {@code *} for everyone with an account
 */
public record StartGrant(String process, String audience) {

  /** Everyone with an account may start it. */
  public static StartGrant everyone(String process) {
    return new StartGrant(process, Authorization.ANY);
  }

  /** The members of this group may start it. */
  public static StartGrant group(String group, String process) {
    return new StartGrant(process, group);
  }
}
