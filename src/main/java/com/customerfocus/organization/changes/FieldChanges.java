package com.customerfocus.organization.changes;

import java.util.List;

/**
 * How often an import changes one field.
 *
 * @param count number of changes
 * @param first the first of them, {@link ChangeSummary#MOST_LISTED} at most: rights by their
 *     weight, then by name
 */
public record FieldChanges(ChangedField field, int count, List<Change> first) {

  /**
   * One change.
   *
   * @param id employee id; id of the department for {@link ChangedField#HEAD} and {@link
   *     ChangedField#DEPARTMENT_NAME}
   * @param name of the person or department before the import
   * @param before the current value, people and departments by name; null for none
   * @param after the new value; null for none
   */
  public record Change(String id, String name, String before, String after) {}

  /** How many changes are not listed. */
  public int more() {
    return count - first.size();
  }
}
