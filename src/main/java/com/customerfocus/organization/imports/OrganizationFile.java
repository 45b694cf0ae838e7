package com.customerfocus.organization.imports;

import java.util.List;
import java.util.Map;

/**
 * What an organization file says, row by row.
 *
 * @param headers each column that the file has, as it is headed there
 * @param departments id to name
 * @param complete whether the whole file was read, so that a row that is missing is missing in the
 *     file
 */
record OrganizationFile(
    Map<PersonColumn, String> headers,
    List<PersonRow> entries,
    Map<String, String> departments,
    boolean complete) {

  boolean saysRoles() {
    return headers.containsKey(PersonColumn.ROLES);
  }

  boolean saysAbsences() {
    return headers.containsKey(PersonColumn.ABSENT_FROM);
  }

  /** How the column is headed in the file. */
  String header(PersonColumn column) {
    return headers.getOrDefault(column, column.title());
  }
}
