package com.customerfocus.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.access.AccessProperties;
import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.AccountsOpened;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts of the organization's people are created, kept and removed. */
@CustomerFocusTest
class EngineAccountsTests {

  private static final Map<String, String> MANAGED =
      Map.of(Groups.MANAGERS, "Managers", "department-billing", "Billing");
  private static final Account ANA =
      new Account("ana.gomez", "Ana Gómez Ruiz", "ana@example.com", Set.of(Groups.MANAGERS));
  private static final Account BEN =
      new Account("1002", "Ben", null, Set.of(Groups.MANAGERS, "department-billing"));

  private final Accounts accounts;
  private final IdentityService identity;
  private final JdbcTemplate jdbc;

  EngineAccountsTests(
      @Autowired Accounts accounts,
      @Autowired IdentityService identity,
      @Autowired JdbcTemplate jdbc) {
    this.accounts = accounts;
    this.identity = identity;
    this.jdbc = jdbc;
  }

  @AfterEach
  void logOut() {
    identity.clearAuthentication();
  }

  @Test
  void aWrongPasswordAndAnUnknownAccountAreRefused() {
    accounts.synchronize(List.of(ANA), MANAGED, Set.of());

    assertThat(accounts.login(ANA.id(), "guess")).isEmpty();
    assertThat(accounts.login(ANA.id(), "")).isEmpty();
    assertThat(accounts.login("nobody", "secret")).isEmpty();
  }

  @Test
  void guessingIsSlowedDown(@Autowired MovableClock clock) {
    accounts.synchronize(List.of(ANA), MANAGED, Set.of());
    for (var guess = 0; guess < 4; guess++) {
      accounts.login(ANA.id(), "guess");
    }

    assertThat(accounts.login(ANA.id(), "secret")).isEmpty();

    clock.moveBy(Duration.ofSeconds(1));
    assertThat(accounts.login(ANA.id(), "secret")).isPresent();
  }

  @Test
  void creatingAnExistingGroupIsRefusedAndChangesNothing() {
    accounts.synchronize(List.of(), MANAGED, Set.of());
    var again = identity.newGroup(Groups.MANAGERS);
    again.setName("Others");

    assertThatExceptionOfType(ProcessEngineException.class)
        .isThrownBy(() -> identity.saveGroup(again));
    assertThat(identity.createGroupQuery().groupId(Groups.MANAGERS).singleResult().getName())
        .isEqualTo("Managers");
  }

  @Test
  void aFormerEmployeeHasNoLoginAndNoRights() {
    accounts.synchronize(List.of(ANA, BEN), MANAGED, Set.of());

    accounts.synchronize(List.of(BEN), MANAGED, Set.of(ANA.id(), BEN.id()));

    assertThat(accounts.login(ANA.id(), "secret")).isEmpty();
    assertThat(rightsOf(ANA.id())).isZero();
    assertThat(accounts.login(BEN.id(), "secret")).isPresent();
  }

  @Test
  void aFormerManagerKeepsTheLoginButLeavesTheGroup() {
    accounts.synchronize(List.of(BEN), MANAGED, Set.of());

    accounts.synchronize(
        List.of(new Account(BEN.id(), BEN.name(), null, Set.of("department-billing"))),
        MANAGED,
        Set.of(BEN.id()));

    assertThat(accounts.login(BEN.id(), "secret")).contains(Set.of("department-billing"));
  }

  @Test
  void nothingOfAFailedImportStays(@Autowired TransactionTemplate transaction) {
    transaction.executeWithoutResult(
        status -> {
          accounts.synchronize(List.of(ANA), MANAGED, Set.of());
          status.setRollbackOnly();
        });

    assertThat(identity.createUserQuery().userId(ANA.id()).count()).isZero();
    assertThat(rightsOf(ANA.id())).isZero();
  }

  @Test
  void withoutAnInitialPasswordOnlyAnAdministratorCanOpenAnAccount(
      @Autowired NamedParameterJdbcTemplate named,
      @Autowired ProcessEngine engine,
      @Autowired ApplicationEventPublisher events,
      @Autowired TransactionTemplate transaction) {
    var accounts = new EngineAccounts(named, identity, engine, settings(""), events);
    transaction.executeWithoutResult(
        status -> accounts.synchronize(List.of(ANA), MANAGED, Set.of()));
    assertThat(accounts.login(ANA.id(), "")).isEmpty();

    identity.setAuthentication("admin", List.of(Groups.ADMINISTRATORS));
    var user = identity.createUserQuery().userId(ANA.id()).singleResult();
    user.setPassword("told by phone");
    identity.saveUser(user);
    identity.clearAuthentication();

    assertThat(accounts.login(ANA.id(), "told by phone")).isPresent();
  }

  @Test
  void aNewManagerLogsInWithTheInitialPasswordAndHasAName() {
    accounts.synchronize(List.of(ANA, BEN), MANAGED, Set.of());

    assertThat(accounts.login(ANA.id(), "secret")).contains(Set.of(Groups.MANAGERS));
    assertThat(accounts.login(BEN.id(), "secret")).contains(BEN.groups());
    var ana = identity.createUserQuery().userId(ANA.id()).singleResult();
    assertThat(ana.getFirstName() + " " + ana.getLastName()).isEqualTo("Ana Gómez Ruiz");
    assertThat(ana.getEmail()).isEqualTo("ana@example.com");
    assertThat(identity.createGroupQuery().groupId("department-billing").singleResult().getName())
        .isEqualTo("Billing");
  }

  @Test
  void peopleChangeTheirOwnPasswordAndItOutlastsTheNextImport() {
    accounts.synchronize(List.of(ANA), MANAGED, Set.of());
    identity.setAuthentication(ANA.id(), List.of(Groups.MANAGERS));
    var ana = identity.createUserQuery().userId(ANA.id()).singleResult();
    ana.setPassword("nobody else knows this");
    identity.saveUser(ana);
    identity.clearAuthentication();

    accounts.synchronize(
        List.of(new Account(ANA.id(), "Ana Ruiz", "ana.ruiz@example.com", ANA.groups())),
        MANAGED,
        Set.of(ANA.id()));

    assertThat(accounts.login(ANA.id(), "nobody else knows this")).contains(ANA.groups());
    assertThat(identity.createUserQuery().userId(ANA.id()).singleResult())
        .returns("Ruiz", it -> it.getLastName())
        .returns("ana.ruiz@example.com", it -> it.getEmail());
  }

  @Test
  void theSameOrganizationTwiceChangesNothing() {
    accounts.synchronize(List.of(ANA, BEN), MANAGED, Set.of());
    var before = everythingKept();

    accounts.synchronize(List.of(ANA, BEN), MANAGED, Set.of(ANA.id(), BEN.id()));

    assertThat(everythingKept()).isEqualTo(before);
  }

  @Test
  void whatAnAdministratorDidByHandStays() {
    accounts.synchronize(List.of(ANA), MANAGED, Set.of());
    identity.createMembership(ANA.id(), Groups.PROCESS_OWNERS);
    identity.saveUser(identity.newUser("temp"));
    identity.createMembership("temp", Groups.MANAGERS);

    accounts.synchronize(List.of(ANA), MANAGED, Set.of(ANA.id()));

    assertThat(accounts.login(ANA.id(), "secret"))
        .contains(Set.of(Groups.MANAGERS, Groups.PROCESS_OWNERS));
    assertThat(identity.createUserQuery().userId("temp").memberOfGroup(Groups.MANAGERS).count())
        .isOne();
  }

  @Test
  void aFileCannotTakeTheAdministratorAway() {
    accounts.synchronize(
        List.of(new Account("admin", "Ada Min", null, Set.of(Groups.MANAGERS))),
        Map.of(Groups.MANAGERS, "Managers", Groups.ADMINISTRATORS, "Administrators"),
        Set.of());

    assertThat(accounts.login("admin", "admin-secret"))
        .contains(Set.of(Groups.MANAGERS, Groups.ADMINISTRATORS));
    identity.deleteMembership("admin", Groups.MANAGERS);
  }

  @Test
  void aGroupThatIsNotManagedIsNotGivenByAFile() {
    accounts.synchronize(
        List.of(new Account("1003", "Chloe", null, Set.of(Groups.COMMUNICATIONS))),
        MANAGED,
        Set.of());

    assertThat(accounts.login("1003", "secret")).contains(Set.of());
  }

  @Test
  void twelveThousandAccountsTakeAFewBatches(
      @Autowired DataSource dataSource,
      @Autowired ProcessEngine engine,
      @Autowired ApplicationEventPublisher events) {
    var executions = new AtomicInteger();
    var counted =
        ProxyDataSourceBuilder.create(dataSource)
            .afterQuery((execution, queries) -> executions.incrementAndGet())
            .build();
    var accounts =
        new EngineAccounts(
            new NamedParameterJdbcTemplate(counted), identity, engine, settings("secret"), events);
    var people =
        IntStream.range(0, 12_500)
            .mapToObj(n -> new Account("m" + n, "Manager " + n, null, Set.of(Groups.MANAGERS)))
            .toList();

    accounts.synchronize(people, MANAGED, Set.of());

    assertThat(executions.get()).isLessThan(100);
    assertThat(identity.createUserQuery().memberOfGroup(Groups.MANAGERS).count()).isEqualTo(12_500);
    assertThat(accounts.login("m12499", "secret")).contains(Set.of(Groups.MANAGERS));
  }

  @Test
  void accountsWithoutAnInitialPasswordAreMadeWithoutHashingAndTheirOwnersAreTold(
      @Autowired NamedParameterJdbcTemplate named, @Autowired ProcessEngine engine) {
    var told = new ArrayList<Object>();
    var accounts = new EngineAccounts(named, identity, engine, settings(""), told::add);
    var people =
        IntStream.range(0, 12_500)
            .mapToObj(n -> new Account("m" + n, "Manager " + n, null, Set.of(Groups.MANAGERS)))
            .toList();

    accounts.synchronize(people, MANAGED, Set.of());
    accounts.synchronize(people, MANAGED, Set.of());

    assertThat(told).containsExactly(new AccountsOpened(people.stream().map(Account::id).toList()));
    assertThat(
            jdbc.queryForObject(
                "select count(distinct PWD_) from ACT_ID_USER where PWD_ like '{none}%'",
                Integer.class))
        .isEqualTo(12_500);
    assertThat(accounts.login("m0", "")).isEmpty();
  }

  private static AccessProperties settings(String initialPassword) {
    return new AccessProperties(
        new AccessProperties.Administrator("admin", ""),
        new AccessProperties.NewAccounts(initialPassword, 1000),
        false);
  }

  private Long rightsOf(String id) {
    return jdbc.queryForObject(
        "select count(*) from ACT_RU_AUTHORIZATION where USER_ID_ = ? or RESOURCE_ID_ = ?",
        Long.class,
        id,
        id);
  }

  private List<List<Map<String, Object>>> everythingKept() {
    return List.of(
        jdbc.queryForList("select * from ACT_ID_USER order by ID_"),
        jdbc.queryForList("select * from ACT_ID_GROUP order by ID_"),
        jdbc.queryForList("select * from ACT_ID_MEMBERSHIP order by USER_ID_, GROUP_ID_"),
        jdbc.queryForList("select * from ACT_RU_AUTHORIZATION order by ID_"));
  }
}
