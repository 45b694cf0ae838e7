package com.customerfocus.engine.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.customerfocus.access.AccessProperties;
import com.customerfocus.access.Groups;
import com.customerfocus.engine.identity.EngineAccounts;
import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LoggedIn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Authorizations from the first start on. */
@CustomerFocusTest
class AccessBootstrapTests {

  private static final String CHOSEN = "tulips under a bridge";

  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final JdbcTemplate sql;
  private final DefaultAuthorizations grants;
  private final SeededAuthorizations seeded;
  private final int port;
  private final EngineAccounts accounts;
  private final IdentityService identity;
  private final AuthorizationService authorizations;

  AccessBootstrapTests(
      @Autowired TransactionTemplate transaction,
      @Autowired JdbcClient jdbc,
      @Autowired JdbcTemplate sql,
      @Autowired DefaultAuthorizations grants,
      @Autowired SeededAuthorizations seeded,
      @Autowired EngineAccounts accounts,
      @Autowired IdentityService identity,
      @Autowired AuthorizationService authorizations,
      @LocalServerPort int port) {
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.sql = sql;
    this.grants = grants;
    this.seeded = seeded;
    this.port = port;
    this.accounts = accounts;
    this.identity = identity;
    this.authorizations = authorizations;
  }

  @AfterEach
  void everythingIsAsAfterTheFirstStart() {
    sql.update("delete from ACT_RU_AUTHORIZATION where RESOURCE_ID_ = 'team-briefing'");
    sql.update("delete from seeded_grant");
    start("admin", "admin-secret");
  }

  @Test
  void theProgramDoesNotStartWithoutAnAdministratorAndSaysWhatToDo() {
    identity.deleteMembership("admin", Groups.ADMINISTRATORS);

    for (var id : List.of("", "ada")) {
      var failure =
          catchThrowableOfType(InvalidSettingException.class, () -> start(id, "")).analysis();
      assertThat(failure.getDescription()).contains("no administrator yet");
      assertThat(failure.getAction())
          .contains("CUSTOMERFOCUS_ADMINISTRATOR_ID", "CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD");
    }
    assertThat(identity.createUserQuery().userId("ada").count()).isZero();
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

    assertThat(Binder.get(environment).bind("customer-focus", AccessProperties.class).get())
        .isEqualTo(
            new AccessProperties(
                new AccessProperties.Administrator("ada", "chosen"),
                new AccessProperties.NewAccounts("first", 600_000),
                true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "chosen", "ada-lovelace-ada", "123456789012", "password-2026"})
  void theFirstAdministratorsPasswordIsNotEasyToGuess(String password) {
    assertThatThrownBy(() -> start("ada-lovelace", password))
        .isInstanceOf(InvalidSettingException.class)
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
    sql.update("delete from seeded_grant where audience = 'process-owners'");

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

  @Test
  void aGrantThatAnAdministratorRemovedIsNotBackAfterARestart() {
    var grant = grant(Groups.SENIOR_OFFICERS, Resources.PROCESS_DEFINITION, "memo-cascade");
    var removed =
        new LoggedIn("http://localhost:" + port, "admin", "admin-secret")
            .send(
                "DELETE",
                "/camunda/api/engine/engine/default/authorization/" + grant.getId(),
                null,
                null);
    assertThat(removed.statusCode()).isEqualTo(204);

    start("", "");

    assertThat(grant(Groups.SENIOR_OFFICERS, Resources.PROCESS_DEFINITION, "memo-cascade"))
        .isNull();
  }

  @Test
  void norIsAPermissionThatAnAdministratorTookFromAGrant() {
    var grant = grant(Groups.PROCESS_OWNERS, Resources.PROCESS_DEFINITION, "*");
    grant.removePermission(ProcessDefinitionPermissions.RETRY_JOB);
    authorizations.saveAuthorization(grant);

    start("", "");

    var later = grant(Groups.PROCESS_OWNERS, Resources.PROCESS_DEFINITION, "*");
    assertThat(later.isPermissionGranted(ProcessDefinitionPermissions.RETRY_JOB)).isFalse();
    assertThat(later.isPermissionGranted(ProcessDefinitionPermissions.READ_TASK)).isTrue();
  }

  @Test
  void whatANewVersionGrantsIsGrantedOnceAtItsFirstStart() {
    var newVersion =
        new DefaultAuthorizations(
            authorizations,
            accounts,
            seeded,
            List.of(StartAuthorization.group(Groups.MANAGERS, "team-briefing")));

    start(newVersion, "", "");
    var granted = grant(Groups.MANAGERS, Resources.PROCESS_DEFINITION, "team-briefing");
    assertThat(granted.isPermissionGranted(ProcessDefinitionPermissions.CREATE_INSTANCE)).isTrue();

    authorizations.deleteAuthorization(granted.getId());
    start(newVersion, "", "");
    assertThat(grant(Groups.MANAGERS, Resources.PROCESS_DEFINITION, "team-briefing")).isNull();
  }

  @Test
  void administratorsWhoShutThemselvesOutAreBackAfterARestart() {
    for (var resource : List.of(Resources.APPLICATION, Resources.AUTHORIZATION)) {
      var all = grant(Groups.ADMINISTRATORS, resource, "*");
      authorizations.deleteAuthorization(all.getId());
    }

    start("", "");

    administratorsMayDoEverything();
  }

  @Test
  void aStartThatHasNothingToGrantAsksOnceWhatWasGranted(@Autowired JdbcTemplate rows) {
    var before = rows.queryForList("select * from ACT_RU_AUTHORIZATION order by ID_");

    start("", "");

    assertThat(rows.queryForList("select * from ACT_RU_AUTHORIZATION order by ID_"))
        .isEqualTo(before);
  }

  @Test
  void aRevocationIsRefusedAndSaysWhatToDoInstead() {
    var administrator = new LoggedIn("http://localhost:" + port, "admin", "admin-secret");

    var answer =
        administrator.post(
            "/authorization/create",
            "{\"type\":2,\"permissions\":[\"READ\"],\"userId\":\"admin\","
                + "\"resourceType\":0,\"resourceId\":\"*\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("remove or narrow the grant that gives the right instead");
    assertThat(
            authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                .count())
        .isZero();
  }

  @Test
  void norDoesTheServiceTakeARevocation() {
    assertThatThrownBy(() -> authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE))
        .isInstanceOf(BadUserRequestException.class);

    var made = new AuthorizationEntity(Authorization.AUTH_TYPE_REVOKE);
    made.setGroupId(Groups.MANAGERS);
    made.setResource(Resources.TASK);
    made.setResourceId("*");
    assertThatThrownBy(() -> authorizations.saveAuthorization(made))
        .isInstanceOf(BadUserRequestException.class);

    var changed =
        (AuthorizationEntity)
            grant(Groups.SENIOR_OFFICERS, Resources.PROCESS_DEFINITION, "memo-cascade");
    changed.setAuthorizationType(Authorization.AUTH_TYPE_REVOKE);
    assertThatThrownBy(() -> authorizations.saveAuthorization(changed))
        .isInstanceOf(BadUserRequestException.class);
  }

  private Authorization grant(String group, Resources resource, String id) {
    return authorizations
        .createAuthorizationQuery()
        .groupIdIn(group)
        .resourceType(resource)
        .resourceId(id)
        .singleResult();
  }

  private void isAdministrator(Set<String> groups) {
    assertThat(groups).contains(Groups.ADMINISTRATORS);
  }

  private void start(String id, String password) {
    start(grants, id, password);
  }

  private void start(DefaultAuthorizations version, String id, String password) {
    new AccessBootstrap(
            transaction,
            jdbc,
            version,
            accounts,
            identity,
            new AccessProperties(
                new AccessProperties.Administrator(id, password),
                new AccessProperties.NewAccounts("", 1000),
                false))
        .afterSingletonsInstantiated();
  }
}
