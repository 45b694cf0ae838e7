package com.customerfocus.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An import changed people or reporting lines. Published within the import's transaction, after the
 * tables are updated: listeners adapt to it in the same transaction and add a sentence about the
 * consequences.
 */
public class OrganizationChanged {

  private final Set<String> leavers;
  private final boolean dryRun;
  private final List<String> consequences = new ArrayList<>();

  public OrganizationChanged(Set<String> leavers, boolean dryRun) {
    this.leavers = leavers;
    this.dryRun = dryRun;
  }

  /** Employee ids of leavers. */
  public Set<String> leavers() {
    return leavers;
  }

  /**
   * Whether this is a dry run, whose transaction is rolled back. Tables may change; effects outside
   * the transaction must not happen.
   */
  public boolean isDryRun() {
    return dryRun;
  }

  /** Adds a consequence for the report of the import. */
  public void means(String consequence) {
    consequences.add(consequence);
  }

  public List<String> consequences() {
    return List.copyOf(consequences);
  }
}
