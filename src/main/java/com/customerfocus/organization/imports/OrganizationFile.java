package com.customerfocus.organization.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an organization file says, row by row.
 *
 * @param headers each column that the file has, as it is headed there
 * @param departments id to name
 * @param complete whether the whole file was read, so that a row that is missing is missing in the
 *     file
 * @param unreadIds employee ids that rows seem to have which could not be read
 * @param hasUnread whether there are such rows
 */
record OrganizationFile(
    Map<PersonColumn, String> headers,
    List<PersonRow> entries,
    Map<String, String> departments,
    boolean complete,
    Set<String> unreadIds,
    boolean hasUnread) {

  /** A file all of whose rows could be read. */
  OrganizationFile(
      Map<PersonColumn, String> headers,
      List<PersonRow> entries,
      Map<String, String> departments,
      boolean complete) {
    this(headers, entries, departments, complete, Set.of(), false);
  }

  boolean saysRoles() {
    return headers.containsKey(PersonColumn.ROLES);
  }

  boolean saysAbsences() {
    return headers.containsKey(PersonColumn.ABSENT_FROM);
  }

  /** Whether each row's value of the column could be read. */
  boolean isReadThroughout(PersonColumn column) {
    return !hasUnread && entries.stream().allMatch(entry -> entry.isRight(column));
  }

  /** How the column is headed in the file. */
  String header(PersonColumn column) {
    return headers.getOrDefault(column, column.title());
  }
}
