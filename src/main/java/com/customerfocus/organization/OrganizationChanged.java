package com.customerfocus.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An import changed who works here or who manages whom. Published within the import's transaction,
 * after the tables tell it: whatever has to follow, follows in the same transaction and says here
 * in a sentence what that means.
 */
public class OrganizationChanged {

  private final Set<String> leavers;
  private final boolean dryRun;
  private final List<String> consequences = new ArrayList<>();

  public OrganizationChanged(Set<String> leavers, boolean dryRun) {
    this.leavers = leavers;
    this.dryRun = dryRun;
  }

  /** Employee ids of those who have left. */
  public Set<String> leavers() {
    return leavers;
  }

  /**
   * Whether the transaction will be rolled back, to find out what the import would mean. Tables may
   * change as if it were not; whatever would outlive the transaction must not.
   */
  public boolean isDryRun() {
    return dryRun;
  }

  /** Says what it means, to whoever imports. */
  public void means(String consequence) {
    consequences.add(consequence);
  }

  public List<String> consequences() {
    return List.copyOf(consequences);
  }
}
