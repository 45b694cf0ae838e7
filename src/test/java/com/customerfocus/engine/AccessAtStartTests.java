package com.customerfocus.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.access.AccessSettings;
import com.customerfocus.access.Groups;
import com.customerfocus.support.UnusableSetting;
import com.customerfocus.testing.CustomerFocusTest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do anything at all, from the first start on. */
@CustomerFocusTest
class AccessAtStartTests {

  private static final String CHOSEN = "tulips under a bridge";

  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final JdbcTemplate sql;
  private final StandingRights rights;
  private final EngineAccounts accounts;
  private final IdentityService identity;
  private final AuthorizationService authorizations;

  AccessAtStartTests(
      @Autowired TransactionTemplate transaction,
      @Autowired JdbcClient jdbc,
      @Autowired JdbcTemplate sql,
      @Autowired StandingRights rights,
      @Autowired EngineAccounts accounts,
      @Autowired IdentityService identity,
      @Autowired AuthorizationService authorizations) {
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.sql = sql;
    this.rights = rights;
    this.accounts = accounts;
    this.identity = identity;
    this.authorizations = authorizations;
  }

  @AfterEach
  void administratorIsBack() {
    start("admin", "admin-secret");
  }

  @Test
  void theProgramDoesNotStartWithoutAnAdministrator() {
    identity.deleteMembership("admin", Groups.ADMINISTRATORS);

    assertThatThrownBy(() -> start("", "")).isInstanceOf(NoAdministratorException.class);
    assertThatThrownBy(() -> start("ada", "")).isInstanceOf(NoAdministratorException.class);
    assertThat(identity.createUserQuery().userId("ada").count()).isZero();
  }

  @Test
  void itSaysWhatToDoAboutThat() {
    var said = new NoAdministratorFailureAnalyzer().analyze(new NoAdministratorException());

    assertThat(said.getAction())
        .contains("CUSTOMERFOCUS_ADMINISTRATOR_ID", "CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD");
  }

  @Test
  void theseTwoVariablesNameTheAdministrator() {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "test-systemEnvironment",
                Map.of(
                    "CUSTOMERFOCUS_ADMINISTRATOR_ID", "ada",
                    "CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD", "chosen",
                    "CUSTOMERFOCUS_ACCOUNTS_INITIALPASSWORD", "first",
                    "CUSTOMERFOCUS_HTTPS", "true")));
    ConfigurationPropertySources.attach(environment);

    assertThat(Binder.get(environment).bind("customer-focus", AccessSettings.class).get())
        .isEqualTo(
            new AccessSettings(
                new AccessSettings.Administrator("ada", "chosen"),
                new AccessSettings.NewAccounts("first", 600_000),
                true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "chosen", "ada-lovelace-ada", "123456789012", "password-2026"})
  void theFirstAdministratorsPasswordIsNotEasyToGuess(String password) {
    assertThatThrownBy(() -> start("ada-lovelace", password))
        .isInstanceOf(UnusableSetting.class)
        .hasMessageContaining("CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD");
    assertThat(identity.createUserQuery().userId("ada-lovelace").count()).isZero();
  }

  @Test
  void theFirstStartMakesTheAdministrator() {
    start("ada", CHOSEN);

    assertThat(accounts.login("ada", CHOSEN)).hasValueSatisfying(this::isAdministrator);
  }

  @Test
  void aLaterStartLeavesTheAdministratorsPasswordAsItIs() {
    start("ada", CHOSEN);
    start("ada", "forgotten in a script");

    assertThat(accounts.login("ada", CHOSEN)).hasValueSatisfying(this::isAdministrator);
  }

  @Test
  void onceThereIsAnAdministratorNoneHasToBeNamed() {
    start("", "");

    assertThat(accounts.login("admin", "admin-secret")).hasValueSatisfying(this::isAdministrator);
  }

  @Test
  void administratorsMayDoEverything() {
    for (var resource : Resources.values()) {
      assertThat(
              authorizations
                  .createAuthorizationQuery()
                  .groupIdIn(Groups.ADMINISTRATORS)
                  .resourceType(resource)
                  .hasPermission(Permissions.ALL)
                  .count())
          .as(resource.name())
          .isOne();
    }
  }

  @Test
  void nodesThatStartTogetherDoNotGetInEachOthersWay() {
    sql.update(
        "delete from ACT_RU_AUTHORIZATION where GROUP_ID_ = 'process-owners' and ID_ <> 'read-all-tasks'");
    sql.update("delete from ACT_ID_GROUP where ID_ = 'process-owners'");

    var nodes =
        Stream.generate(() -> CompletableFuture.runAsync(() -> start("ada", CHOSEN)))
            .limit(4)
            .toList();
    nodes.forEach(CompletableFuture::join);

    assertThat(
            authorizations
                .createAuthorizationQuery()
                .groupIdIn(Groups.PROCESS_OWNERS)
                .resourceType(Resources.PROCESS_DEFINITION)
                .count())
        .isOne();
    assertThat(identity.createUserQuery().userId("ada").count()).isOne();
  }

  private void isAdministrator(Set<String> groups) {
    assertThat(groups).contains(Groups.ADMINISTRATORS);
  }

  private void start(String id, String password) {
    new AccessAtStart(
            transaction,
            jdbc,
            rights,
            accounts,
            identity,
            new AccessSettings(
                new AccessSettings.Administrator(id, password),
                new AccessSettings.NewAccounts("", 1000),
                false))
        .afterSingletonsInstantiated();
  }
}
