package com.customerfocus.engine.identity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.customerfocus.access.AccessProperties;
import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.AccountsOpened;
import com.customerfocus.access.Groups;
import com.customerfocus.support.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts in the engine's identity tables. Written in SQL batches: the engine's service takes
 * several statements a user, and an organization may have a hundred thousand of them. The rows are
 * those that the service would write.
 */
@Component
public class EngineAccounts implements Accounts {

  /**
   * Authorizations of people for their own account: read, and update, which the engine requires to
   * change the password. Not delete.
   */
  public static final Permission[] OWN_ACCOUNT = {Permissions.READ, Permissions.UPDATE};

  private static final int OWN_ACCOUNT_BITS =
      Stream.of(OWN_ACCOUNT).mapToInt(Permission::getValue).reduce(0, (all, one) -> all | one);

  private static final int BATCH = 1000;

  private final NamedParameterJdbcTemplate jdbc;
  private final IdentityService identity;
  private final ProcessEngineConfigurationImpl engine;
  private final String initialPassword;
  private final ApplicationEventPublisher events;
  private final Membership firstAdministrator;

  EngineAccounts(
      NamedParameterJdbcTemplate jdbc,
      IdentityService identity,
      ProcessEngine engine,
      AccessProperties settings,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.identity = identity;
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    this.initialPassword = settings.accounts().initialPassword();
    this.events = events;
    this.firstAdministrator = new Membership(settings.administrator().id(), Groups.ADMINISTRATORS);
  }

  @Override
  @Transactional
  public void synchronize(
      Collection<Account> accounts, Map<String, String> managedGroups, Set<String> formerIds) {
    saveGroups(managedGroups);
    saveUsers(accounts, initialPassword);
    var leavers = new HashSet<>(formerIds);
    accounts.forEach(account -> leavers.remove(account.id()));
    // Named in the configuration: an organization file does not remove it.
    leavers.remove(firstAdministrator.user());
    remove(leavers);
    saveMemberships(accounts, managedGroups.keySet());
  }

  @Override
  public Optional<Set<String>> login(String id, String password) {
    return identity.checkPassword(id, password) ? Optional.of(groupsOf(id)) : Optional.empty();
  }

  @Override
  public Set<String> members(String group) {
    return Set.copyOf(
        jdbc.queryForList(
            "select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ = :group",
            Map.of("group", group),
            String.class));
  }

  @Override
  public Map<String, String> names(Collection<String> ids) {
    var names = new HashMap<String, String>();
    inParts(
        ids,
        part ->
            jdbc.query(
                "select ID_, FIRST_, LAST_ from ACT_ID_USER where ID_ in (:ids)",
                Map.of("ids", part),
                user -> {
                  names.put(
                      user.getString(1),
                      Stream.of(user.getString(2), user.getString(3))
                          .filter(Predicate.not(Texts::isBlank))
                          .collect(joining(" ")));
                }));
    return names;
  }

  /** Ids of the groups the account is in now. */
  public Set<String> groupsOf(String id) {
    return identity.createGroupQuery().groupMember(id).unlimitedList().stream()
        .map(Group::getId)
        .collect(toSet());
  }

  /** Creates the groups that are missing and gives each the name it has here. */
  public void saveGroups(Map<String, String> groups) {
    var known = new HashSet<String>();
    inParts(
        groups.keySet(),
        part ->
            known.addAll(
                jdbc.queryForList(
                    "select ID_ from ACT_ID_GROUP where ID_ in (:ids)",
                    Map.of("ids", part),
                    String.class)));
    var rows =
        groups.entrySet().stream()
            .map(group -> row().addValue("id", group.getKey()).addValue("name", group.getValue()))
            .toList();
    write(
        "insert into ACT_ID_GROUP (ID_, REV_, NAME_, TYPE_) values (:id, 1, :name, 'WORKFLOW')",
        rows.stream().filter(row -> !known.contains(row.getValue("id"))).toList());
    write(
        "update ACT_ID_GROUP set NAME_ = :name, REV_ = REV_ + 1"
            + " where ID_ = :id and (NAME_ <> :name or NAME_ is null)",
        rows.stream().filter(row -> known.contains(row.getValue("id"))).toList());
  }

  /**
   * Creates missing users and corrects names and mail addresses.
   *
   * @param password the same for all; empty when each person chooses one, and cannot log in before
   */
  public void saveUsers(Collection<Account> accounts, String password) {
    var known = new HashSet<Profile>();
    inParts(
        accounts.stream().map(Account::id).toList(),
        part ->
            jdbc.query(
                "select ID_, FIRST_, LAST_, EMAIL_ from ACT_ID_USER where ID_ in (:ids)",
                Map.of("ids", part),
                user -> {
                  known.add(
                      new Profile(
                          user.getString(1),
                          user.getString(2),
                          user.getString(3),
                          user.getString(4)));
                }));
    var knownIds = known.stream().map(Profile::id).collect(toSet());
    var profiles = accounts.stream().map(Profile::of).toList();
    var joiners = profiles.stream().filter(profile -> !knownIds.contains(profile.id())).toList();
    write(
        "insert into ACT_ID_USER (ID_, REV_, FIRST_, LAST_, EMAIL_, PWD_, SALT_)"
            + " values (:id, 1, :first, :last, :mail, :password, :salt)",
        withPasswords(joiners, password));
    write(
        "insert into ACT_RU_AUTHORIZATION"
            + " (ID_, REV_, TYPE_, USER_ID_, RESOURCE_TYPE_, RESOURCE_ID_, PERMS_)"
            + " values (:authorization, 1, 1, :id, :user, :id, :own)",
        joiners.stream()
            .map(
                joiner ->
                    joiner
                        .row()
                        .addValue("authorization", UUID.randomUUID().toString())
                        .addValue("user", Resources.USER.resourceType())
                        .addValue("own", OWN_ACCOUNT_BITS))
            .toList());
    if (password.isEmpty() && !joiners.isEmpty()) {
      events.publishEvent(new AccountsOpened(joiners.stream().map(Profile::id).toList()));
    }
    write(
        "update ACT_ID_USER set FIRST_ = :first, LAST_ = :last, EMAIL_ = :mail, REV_ = REV_ + 1"
            + " where ID_ = :id",
        profiles.stream()
            .filter(profile -> knownIds.contains(profile.id()) && !known.contains(profile))
            .map(Profile::row)
            .toList());
  }

  /** Sets the memberships of these accounts in these groups to what the accounts say. */
  @Override
  public MembershipChanges membershipChanges(
      Collection<Account> accounts, Set<String> managedGroups) {
    var ids = accounts.stream().map(Account::id).collect(toSet());
    var missing = new HashSet<Membership>();
    for (var account : accounts) {
      account.groups().stream()
          .filter(managedGroups::contains)
          .forEach(group -> missing.add(new Membership(account.id(), group)));
    }
    var ended = new HashSet<Membership>();
    inParts(
        managedGroups,
        part ->
            jdbc.query(
                "select USER_ID_, GROUP_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ in (:ids)",
                Map.of("ids", part),
                row -> {
                  var membership = new Membership(row.getString(1), row.getString(2));
                  if (!missing.remove(membership)
                      && ids.contains(membership.user())
                      && !membership.equals(firstAdministrator)) {
                    ended.add(membership);
                  }
                }));
    return new MembershipChanges(missing, ended);
  }

  private void saveMemberships(Collection<Account> accounts, Set<String> managedGroups) {
    var changes = membershipChanges(accounts, managedGroups);
    changes.taken().stream()
        .collect(groupingBy(Membership::group, mapping(Membership::user, toSet())))
        .forEach(
            (group, users) ->
                inParts(
                    users,
                    part ->
                        jdbc.update(
                            "delete from ACT_ID_MEMBERSHIP"
                                + " where GROUP_ID_ = :group and USER_ID_ in (:ids)",
                            Map.of("group", group, "ids", part))));
    addMemberships(changes.given());
  }

  /** Adds missing memberships. */
  public void addMemberships(Collection<Membership> memberships) {
    write(
        "insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values (:user, :group)",
        memberships.stream()
            .map(
                membership ->
                    row().addValue("user", membership.user()).addValue("group", membership.group()))
            .toList());
  }

  private void remove(Set<String> ids) {
    inParts(
        ids,
        part -> {
          var leavers = Map.of("ids", part, "user", Resources.USER.resourceType());
          jdbc.update("delete from ACT_ID_MEMBERSHIP where USER_ID_ in (:ids)", leavers);
          jdbc.update("delete from ACT_ID_TENANT_MEMBER where USER_ID_ in (:ids)", leavers);
          jdbc.update("delete from ACT_ID_INFO where USER_ID_ in (:ids)", leavers);
          jdbc.update("delete from ACT_RU_AUTHORIZATION where USER_ID_ in (:ids)", leavers);
          jdbc.update(
              "delete from ACT_RU_AUTHORIZATION"
                  + " where RESOURCE_TYPE_ = :user and RESOURCE_ID_ in (:ids)",
              leavers);
          jdbc.update("delete from ACT_ID_USER where ID_ in (:ids)", leavers);
        });
  }

  /** A shared password is hashed once: a hundred thousand hashes would take hours. */
  private List<MapSqlParameterSource> withPasswords(List<Profile> joiners, String password) {
    var salt = engine.getSaltGenerator().generateSalt();
    var shared =
        password.isEmpty() || joiners.isEmpty()
            ? null
            : engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt));
    return joiners.stream()
        .map(
            joiner ->
                joiner
                    .row()
                    .addValue("salt", salt)
                    .addValue("password", shared == null ? StoredPasswords.none() : shared))
        .toList();
  }

  private void write(String sql, List<MapSqlParameterSource> rows) {
    inParts(rows, part -> jdbc.batchUpdate(sql, part.toArray(SqlParameterSource[]::new)));
  }

  private static <T> void inParts(Collection<T> all, Consumer<List<T>> part) {
    var list = List.copyOf(all);
    for (int start = 0; start < list.size(); start += BATCH) {
      part.accept(list.subList(start, Math.min(start + BATCH, list.size())));
    }
  }

  private static MapSqlParameterSource row() {
    return new MapSqlParameterSource();
  }

  /** A user with the name in two columns, as the engine stores it; its pages join them again. */
  private record Profile(String id, String first, String last, String mail) {

    static Profile of(Account account) {
      var words = Texts.strip(account.name()).split("\\s+", 2);
      return new Profile(account.id(), words[0], words.length > 1 ? words[1] : "", account.mail());
    }

    MapSqlParameterSource row() {
      return EngineAccounts.row()
          .addValue("id", id)
          .addValue("first", first)
          .addValue("last", last)
          .addValue("mail", mail);
    }
  }
}
