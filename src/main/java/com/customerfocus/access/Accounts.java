package com.customerfocus.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The logins and groups that the engine keeps. Every call works in batches, never person by person.
 */
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
   * The ids of the groups the account is in, or empty when id and password do not match, or when
   * there were so many wrong ones from where this request comes from that it has to wait.
   */
  Optional<Set<String>> login(String id, String password);

  /** The names of these accounts by id; of those that there are. */
  Map<String, String> names(Collection<String> ids);
}
