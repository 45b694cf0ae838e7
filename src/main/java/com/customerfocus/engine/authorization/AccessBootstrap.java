package com.customerfocus.engine.authorization;

import com.customerfocus.access.AccessProperties;
import com.customerfocus.access.Account;
import com.customerfocus.access.Groups;
import com.customerfocus.access.Passwords;
import com.customerfocus.engine.identity.EngineAccounts;
import com.customerfocus.engine.identity.EngineAccounts.Membership;
import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.Texts;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates groups, authorizations and the first administrator before the program takes requests.
 * Nodes starting at the same time do it one after the other.
 */
@Component
class AccessBootstrap implements SmartInitializingSingleton {

  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final DefaultAuthorizations grants;
  private final EngineAccounts accounts;
  private final IdentityService identity;
  private final AccessProperties.Administrator administrator;
  private final boolean isForTrying;

  AccessBootstrap(
      TransactionTemplate transaction,
      JdbcClient jdbc,
      DefaultAuthorizations grants,
      EngineAccounts accounts,
      IdentityService identity,
      AccessProperties settings) {
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.grants = grants;
    this.accounts = accounts;
    this.identity = identity;
    this.administrator = settings.administrator();
    this.isForTrying = settings.accounts().areForTrying();
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          waitForOtherNodes();
          grants.ensure();
          ensureAdministrator();
        });
  }

  private void waitForOtherNodes() {
    jdbc.sql("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
        .query()
        .singleRow();
  }

  private void ensureAdministrator() {
    if (Texts.isBlank(administrator.id())) {
      if (identity.createUserQuery().memberOfGroup(Groups.ADMINISTRATORS).count() == 0) {
        throw noAdministrator();
      }
      return;
    }
    if (identity.createUserQuery().userId(administrator.id()).count() == 0) {
      if (Texts.isBlank(administrator.password())) {
        throw noAdministrator();
      }
      requireGoodPassword();
      accounts.saveUsers(
          List.of(
              new Account(
                  administrator.id(), administrator.id(), null, Set.of(Groups.ADMINISTRATORS))),
          administrator.password());
    }
    if (!accounts.groupsOf(administrator.id()).contains(Groups.ADMINISTRATORS)) {
      accounts.addMemberships(List.of(new Membership(administrator.id(), Groups.ADMINISTRATORS)));
    }
  }

  private static InvalidSettingException noAdministrator() {
    return new InvalidSettingException(
        "The program has no administrator yet, and does not start without one.",
        """
        Set these two environment variables and start again:

            CUSTOMERFOCUS_ADMINISTRATOR_ID        what the administrator types to log in
            CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD  the password to begin with

        They are needed at the first start only. To look around with a made-up organization \
        instead, start with the profile "demo".\
        """);
  }

  /**
   * As for everyone's password; where all have the same to try the program, this one is as good.
   */
  private void requireGoodPassword() {
    var user = identity.newUser(administrator.id());
    if (!isForTrying
        && !identity.checkPasswordAgainstPolicy(administrator.password(), user).isValid()) {
      throw new InvalidSettingException(
          "CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD is too easy to guess.",
          "Set it to at least %d characters that are not well-known words, not in order and not the id, such as four words that have nothing to do with each other."
              .formatted(Passwords.SHORTEST));
    }
  }
}
