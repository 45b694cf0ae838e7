package com.customerfocus.engine.identity;

import com.customerfocus.access.Passwords;
import com.customerfocus.access.login.LoginThrottle;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Stands in front of the engine's own check of passwords, which locks an account for good after ten
 * wrong ones, also those of a stranger. All ways in come through here: the login of the web
 * applications, the current password that they ask for when a password is changed, and HTTP Basic.
 */
class GuardedIdentityService extends IdentityServiceImpl {

  /** What the engine says of a password that the policy refuses, as an error of the server. */
  private static final String REFUSED = "Password does not match policy";

  private static final String WHY =
      "The password must have at least %d characters, must not contain a name, the login id or the mail address, and must not be easy to guess."
          .formatted(Passwords.SHORTEST);

  private final ProcessEngineConfigurationImpl engine;
  private final LoginCheck logins;
  private final StoredPasswords passwords;
  private final LoginThrottle throttle;

  GuardedIdentityService(
      ProcessEngineConfigurationImpl engine,
      LoginCheck logins,
      StoredPasswords passwords,
      LoginThrottle throttle) {
    this.engine = engine;
    this.logins = logins;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  @Override
  public boolean checkPassword(String id, String password) {
    return logins.matches(id, password, engine.getPasswordManager());
  }

  /** A password that was set ends delays and sessions, but for the session that it was set in. */
  @Override
  public void saveUser(User user, boolean skipPasswordPolicy) {
    try {
      super.saveUser(user, skipPasswordPolicy);
    } catch (ProcessEngineException e) {
      throw REFUSED.equals(e.getMessage()) ? new BadUserRequestException(WHY, e) : e;
    }
    if (user instanceof UserEntity saved && saved.hasNewPassword()) {
      throttle.forget(user.getId());
      passwords.changed(user.getId());
      var login = getCurrentAuthentication();
      if (login != null && user.getId().equals(login.getUserId())) {
        CheckedPassword.remember(user.getId(), passwords.find(user.getId()).fingerprint());
      }
    }
  }

  @Override
  public void unlockUser(String id) {
    super.unlockUser(id);
    throttle.forget(id);
    // The engine puts on record only the end of locks of its own, which there are none of.
    getCommandExecutor()
        .execute(
            context -> {
              var unlocked =
                  new IdentityOperationResult(id, IdentityOperationResult.OPERATION_UNLOCK);
              context.getOperationLogManager().logUserOperation(unlocked, id);
              return null;
            });
  }

  @Override
  public void deleteUser(String id) {
    super.deleteUser(id);
    passwords.changed(id);
  }
}
