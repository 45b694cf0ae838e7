package com.customerfocus.engine.authorization;

import org.camunda.bpm.engine.authorization.Authorization;

/**
 * Default authorization to start a process in Tasklist, declared by each capability as a bean.
 * Granted once, at the first start of the program that declares it; an administrator may change it
 * afterwards.
 *
 * @param process key of the process
 * @param audience id of a group, see {@code Groups}, or {@code *} for all accounts
 */
public record StartAuthorization(String process, String audience) {

  /** All accounts may start it. */
  public static StartAuthorization everyone(String process) {
    return new StartAuthorization(process, Authorization.ANY);
  }

  /** The members of this group may start it. */
  public static StartAuthorization group(String group, String process) {
    return new StartAuthorization(process, group);
  }
}
