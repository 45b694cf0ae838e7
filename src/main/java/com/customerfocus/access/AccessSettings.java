package com.customerfocus.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What whoever runs the program says about access, all under {@code customer-focus}.
 *
 * @param administrator the first administrator, made at start when missing
 * @param accounts the accounts of the organization's people
 * @param https whether browsers reach the program by HTTPS only: cookies are then marked Secure,
 *     and browsers are told to come by HTTPS from now on
 */
@ConfigurationProperties("customer-focus")
public record AccessSettings(
    @DefaultValue Administrator administrator, @DefaultValue NewAccounts accounts, boolean https) {

  /**
   * @param id what the administrator types to log in, empty for none
   * @param password the password to begin with; an existing administrator's stays as it is
   */
  public record Administrator(@DefaultValue("") String id, @DefaultValue("") String password) {}

  /**
   * @param initialPassword the password of every new account; empty means one nobody knows, so that
   *     an administrator has to set one
   */
  public record NewAccounts(@DefaultValue("") String initialPassword) {}
}
