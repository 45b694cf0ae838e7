package com.customerfocus.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Logins and groups in the engine. Every call works in batches, never person by person. */
public interface Accounts {

  /**
   * Makes the organization's accounts these: creates what is new, renames what changed, removes the
   * accounts of those in {@code formerIds} who are not listed. Memberships of the accounts in
   * {@code managedGroups} become exactly what the accounts say; memberships in other groups, given
   * by an administrator by hand, stay, and so do users that the organization does not know and the
   * administrator named in {@link AccessProperties}. Passwords of existing accounts stay; new ones
   * get the initial password that is configured, or none, which {@link AccountsOpened} tells. Takes
   * part in the caller's transaction.
   *
   * @param managedGroups id to name of each group that the organization decides about; groups that
   *     do not exist yet are created
   * @param formerIds ids of people who had an account by an earlier call and may have lost it
   */
  void synchronize(
      Collection<Account> accounts, Map<String, String> managedGroups, Set<String> formerIds);

  /**
   * How {@link #synchronize} would change memberships that exist now, with those that an
   * administrator gave or took by hand; changes nothing.
   *
   * @param accounts as for {@link #synchronize}
   * @param managedGroups ids of the groups that the organization decides about
   */
  MembershipChanges membershipChanges(Collection<Account> accounts, Set<String> managedGroups);

  /** An account in a group. */
  record Membership(String user, String group) {}

  /** Memberships that begin and end. */
  record MembershipChanges(Set<Membership> given, Set<Membership> taken) {}

  /**
   * The ids of the account's groups; empty when id and password do not match, or when too many
   * wrong passwords from this request's address have caused a delay.
   */
  Optional<Set<String>> login(String id, String password);

  /** Names by id of those of these accounts that exist. */
  Map<String, String> names(Collection<String> ids);

  /** Ids of the accounts in a group, also of those that an administrator put there by hand. */
  Set<String> members(String group);
}
