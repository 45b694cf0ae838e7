package com.customerfocus.testing;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Accounts of tests that need no organization: two managers and one person of each other group. */
public final class SampleAccounts {

  /** A manager. */
  public static final String ANA = "ana.gomez";

  /** A manager. */
  public static final String BEN = "ben";

  /** In communications. */
  public static final String CHLOE = "chloe";

  /** A process owner. */
  public static final String DAN = "dan";

  /** A senior officer. */
  public static final String OLGA = "olga";

  private SampleAccounts() {}

  /** Creates them with their groups. */
  public static void create(Accounts accounts) {
    accounts.synchronize(
        List.of(
            new Account(ANA, "Ana Gómez", "ana@example.com", Set.of(Groups.MANAGERS)),
            new Account(BEN, "Ben Ito", null, Set.of(Groups.MANAGERS)),
            new Account(CHLOE, "Chloe Park", null, Set.of(Groups.COMMUNICATIONS)),
            new Account(DAN, "Dan Oduya", null, Set.of(Groups.PROCESS_OWNERS)),
            new Account(OLGA, "Olga Berg", null, Set.of(Groups.SENIOR_OFFICERS))),
        Map.of(
            Groups.MANAGERS, "Managers",
            Groups.COMMUNICATIONS, "Communications",
            Groups.PROCESS_OWNERS, "Process owners",
            Groups.SENIOR_OFFICERS, "Senior officers"),
        Set.of());
  }
}
