package com.customerfocus.access;

import com.customerfocus.support.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the administrator sets about access, all under {@code customer-focus}.
 *
 * @param administrator the first administrator, created at start when missing
 * @param accounts the accounts of the organization's people
 * @param https whether browsers reach the program by HTTPS only: cookies are then marked Secure,
 *     and browsers are told to use HTTPS from now on
 */
@ConfigurationProperties("customer-focus")
public record AccessProperties(
    @DefaultValue Administrator administrator, @DefaultValue NewAccounts accounts, boolean https) {

  /**
   * @param id login of the administrator, empty for none
   * @param password initial password; an existing administrator's stays as it is
   */
  public record Administrator(@DefaultValue("") String id, @DefaultValue("") String password) {}

  /**
   * @param initialPassword the password of every new account, for trying the program only, see
   *     {@link InitialPasswordCheck}; empty means that each person chooses one by the link in a
   *     mail
   * @param passwordIterations rounds of PBKDF2 for new passwords, at least a thousand; existing
   *     ones keep theirs
   */
  public record NewAccounts(
      @DefaultValue("") String initialPassword, @DefaultValue("600000") int passwordIterations) {

    private static final int FEWEST_ITERATIONS = 1000;

    public NewAccounts {
      if (passwordIterations < FEWEST_ITERATIONS) {
        throw new InvalidSettingException(
            "customer-focus.accounts.password-iterations is %d.".formatted(passwordIterations),
            "Set it to at least %d.".formatted(FEWEST_ITERATIONS));
      }
    }

    /** Whether the program is only tried: all accounts share a known password. */
    public boolean areForTrying() {
      return !initialPassword.isEmpty();
    }
  }
}
