package com.customerfocus.engine.identity;

import com.customerfocus.access.Passwords;
import com.customerfocus.access.login.LoginThrottle;
import com.customerfocus.support.Sentence;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Replaces the engine's password check, which locks an account for good after ten wrong passwords,
 * also those of strangers. All logins pass here: web applications, the current password on a change
 * of password, HTTP Basic.
 */
class GuardedIdentityService extends IdentityServiceImpl {

  /** The engine's message for a password that violates the policy; it answers 500 otherwise. */
  private static final String REFUSED = "Password does not match policy";

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

  /** A new password ends login delays and all sessions except the current one. */
  @Override
  public void saveUser(User user, boolean skipPasswordPolicy) {
    try {
      super.saveUser(user, skipPasswordPolicy);
    } catch (ProcessEngineException e) {
      throw REFUSED.equals(e.getMessage()) ? new BadUserRequestException(weak().forReader(), e) : e;
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

  private static Sentence weak() {
    return new Sentence("refusal.password.weak", Passwords.SHORTEST);
  }

  @Override
  public void unlockUser(String id) {
    super.unlockUser(id);
    throttle.forget(id);
    // The engine logs only the end of its own locks, which are not in use.
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
