package com.customerfocus.engine.identity;

import static java.util.stream.Collectors.toMap;

import com.customerfocus.access.Passwords;
import com.customerfocus.access.login.LoginThrottle;
import com.customerfocus.engine.identity.StoredPasswords.Stored;
import com.customerfocus.support.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Passwords of the engine's users. */
@Component
class EnginePasswords implements Passwords {

  private static final Map<String, Outcome> REASONS =
      Map.of(
          PasswordPolicyLengthRuleImpl.PLACEHOLDER, Outcome.TOO_SHORT,
          PasswordPolicyUserDataRuleImpl.PLACEHOLDER, Outcome.PERSONAL,
          GuessableRule.PLACEHOLDER, Outcome.GUESSABLE);

  private final JdbcClient jdbc;
  private final StoredPasswords passwords;
  private final LoginThrottle throttle;
  private final ProcessEngineConfigurationImpl engine;

  EnginePasswords(
      JdbcClient jdbc, StoredPasswords passwords, LoginThrottle throttle, ProcessEngine engine) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.throttle = throttle;
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  @Override
  public Map<String, Login> find(Collection<String> ids) {
    var possible = ids.stream().filter(StoredPasswords::canExist).toList();
    if (possible.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select ID_, FIRST_, LAST_, EMAIL_, PWD_ from ACT_ID_USER where ID_ in (:ids)")
        .param("ids", possible)
        .query(EnginePasswords::login)
        .list()
        .stream()
        .collect(toMap(Login::id, login -> login));
  }

  private static Login login(ResultSet row, int number) throws SQLException {
    var stored = new Stored(row.getString("PWD_"), null);
    var name = Texts.strip("%s %s".formatted(text(row, "FIRST_"), text(row, "LAST_")));
    var mail = Texts.strip(text(row, "EMAIL_"));
    return new Login(
        row.getString("ID_"),
        name.isEmpty() ? row.getString("ID_") : name,
        mail.isEmpty() ? null : mail,
        stored.fingerprint(),
        stored.isPassword());
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? "" : text;
  }

  @Override
  public Outcome set(String id, String fingerprint, String password) {
    var stored = passwords.find(id);
    var user = engine.getIdentityService().createUserQuery().userId(id).singleResult();
    if (user == null || stored.hash() == null || !stored.fingerprint().equals(fingerprint)) {
      return Outcome.OUTDATED;
    }
    var judged = engine.getIdentityService().checkPasswordAgainstPolicy(password, user);
    if (!judged.isValid()) {
      return judged.getViolatedRules().stream()
          .map(PasswordPolicyRule::getPlaceholder)
          .map(REASONS::get)
          .findFirst()
          .orElseThrow();
    }
    var salt = engine.getSaltGenerator().generateSalt();
    var hash = engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt));
    // Of two concurrent uses of a link, the second finds it used.
    var updated =
        jdbc.sql(
                "update ACT_ID_USER set PWD_ = ?, SALT_ = ?, REV_ = REV_ + 1"
                    + " where ID_ = ? and PWD_ = ?")
            .params(hash, salt, id, stored.hash())
            .update();
    if (updated == 0) {
      return Outcome.OUTDATED;
    }
    throttle.forget(id);
    passwords.changed(id);
    return Outcome.SET;
  }
}
