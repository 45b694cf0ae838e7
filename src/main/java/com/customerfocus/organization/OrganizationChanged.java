package com.customerfocus.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An import changed people, reporting lines or groups in Tasklist. Published within the import's
 * transaction, after the tables are updated: listeners adapt to it in the same transaction and add
 * a sentence about the consequences.
 */
public class OrganizationChanged {

  private final Set<String> leavers;
  private final List<Closed> closed;
  private final boolean dryRun;
  private final List<String> consequences = new ArrayList<>();

  /**
   * A department that has no people any more. It stays on record, with its last head.
   *
   * @param department as it was before
   * @param successor where most of its people are now; when all have left, the department of the
   *     next manager above its head. A department with people, never null
   */
  public record Closed(Department department, Department successor) {}

  public OrganizationChanged(Set<String> leavers, List<Closed> closed, boolean dryRun) {
    this.leavers = leavers;
    this.closed = closed;
    this.dryRun = dryRun;
  }

  /** Employee ids of leavers. */
  public Set<String> leavers() {
    return leavers;
  }

  /**
   * Departments that this import closes, by name. A department with another name is another one:
   * the former one is closed, and the new one its successor.
   */
  public List<Closed> closed() {
    return closed;
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
