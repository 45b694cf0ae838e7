package com.customerfocus.engine.identity;

import com.customerfocus.access.login.LoginThrottle;
import com.customerfocus.engine.identity.StoredPasswords.Stored;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/**
 * Checks id and password for every kind of login. An unknown account takes as long as a wrong
 * password.
 *
 * <p>At most one password per processor is hashed at a time, without holding a database connection:
 * concurrent attempts neither exhaust the pool nor bypass the throttle together.
 */
@Component
class LoginCheck {

  private final StoredPasswords passwords;
  private final PasswordHash hash;
  private final LoginThrottle throttle;
  private final Semaphore processors =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  LoginCheck(StoredPasswords passwords, PasswordHash hash, LoginThrottle throttle) {
    this.passwords = passwords;
    this.hash = hash;
    this.throttle = throttle;
  }

  boolean matches(String id, String password, PasswordManager manager) {
    if (id == null || password == null || throttle.isHeldBack(id)) {
      return false;
    }
    var stored = passwords.find(id);
    var salted = EncryptionUtil.saltPassword(password, stored.salt());
    var isRight =
        stored.isPassword() && hash.remembers(salted, stored.hashWithoutAlgorithm())
            || checkInTurn(id, salted, stored, manager);
    if (isRight) {
      CheckedPassword.remember(id, stored.fingerprint());
    }
    return isRight;
  }

  private boolean checkInTurn(String id, String salted, Stored stored, PasswordManager manager) {
    processors.acquireUninterruptibly();
    try {
      // Other attempts may have failed while this one waited.
      if (throttle.isHeldBack(id)) {
        return false;
      }
      if (stored.isPassword()
          ? manager.check(salted, stored.hash())
          : hash.check(salted, hash.impossible())) {
        throttle.succeeded(id);
        return true;
      }
      throttle.failed(id);
      return false;
    } finally {
      processors.release();
    }
  }
}
