package com.customerfocus.engine.identity;

import com.customerfocus.access.login.LoginThrottle;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Engine settings of logins and passwords. */
@Component
class IdentitySettings extends AbstractProcessEnginePlugin {

  private final PasswordHash hash;
  private final LoginCheck logins;
  private final StoredPasswords passwords;
  private final LoginThrottle throttle;

  IdentitySettings(
      PasswordHash hash, LoginCheck logins, StoredPasswords passwords, LoginThrottle throttle) {
    this.hash = hash;
    this.logins = logins;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setPasswordEncryptor(hash);
    engine.setPasswordPolicy(new Policy());
    engine.setEnablePasswordPolicy(true);
    engine.setIdentityService(new GuardedIdentityService(engine, logins, passwords, throttle));
  }
}
