package com.customerfocus.engine.authorization;

import org.camunda.bpm.engine.authorization.Authorization;

/**
 * Who may start a process in Tasklist, until an administrator decides otherwise. Each capability
 * brings those of its processes as beans; a grant is made once, at the first start of the program
 * that brings it.
 *
 * @param process key of the process
 * @param audience id of a group, see {@code Groups}, or {@code *} for everyone with an account
 */
public record StartAuthorization(String process, String audience) {

  /** Everyone with an account may start it. */
  public static StartAuthorization everyone(String process) {
    return new StartAuthorization(process, Authorization.ANY);
  }

  /** The members of this group may start it. */
  public static StartAuthorization group(String group, String process) {
    return new StartAuthorization(process, group);
  }
}
