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
  private final Set<String> movers;
  private final Departments departments;
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

  /**
   * A department that stays, some of whose people are now in departments that had none.
   *
   * @param to names of those departments
   */
  public record Split(Department department, List<String> to) {}

  /**
   * What becomes of departments.
   *
   * @param newHeads departments that stay and have another head, as they are now
   */
  public record Departments(List<Closed> closed, List<Split> split, List<Department> newHeads) {}

  public OrganizationChanged(
      Set<String> leavers, Set<String> movers, Departments departments, boolean dryRun) {
    this.leavers = leavers;
    this.movers = movers;
    this.departments = departments;
    this.dryRun = dryRun;
  }

  /** Employee ids of leavers. */
  public Set<String> leavers() {
    return leavers;
  }

  /** Employee ids of people with an account who are in another department now. */
  public Set<String> movers() {
    return movers;
  }

  /** Departments that stay and lose people to new ones, by name. */
  public List<Split> split() {
    return departments.split();
  }

  /** Departments that stay and have another head, by name, as they are now. */
  public List<Department> newHeads() {
    return departments.newHeads();
  }

  /**
   * Departments that this import closes, by name. A department with another name is another one:
   * the former one is closed, and the new one its successor.
   */
  public List<Closed> closed() {
    return departments.closed();
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
