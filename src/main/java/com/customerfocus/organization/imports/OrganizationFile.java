package com.customerfocus.organization.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an organization file says, row by row.
 *
 * @param headers each column that the file has, as it is headed there
 * @param departments id to name
 * @param complete whether the whole file could be read, so that a row that is missing is missing in
 *     the file
 */
record OrganizationFile(
    Map<PersonColumn, String> headers,
    List<PersonRow> entries,
    Map<String, String> departments,
    boolean complete) {

  /** Nothing of the file could be made out. */
  static OrganizationFile unreadable() {
    return new OrganizationFile(new EnumMap<>(PersonColumn.class), List.of(), Map.of(), false);
  }

  boolean saysRoles() {
    return headers.containsKey(PersonColumn.ROLES);
  }

  boolean saysAbsences() {
    return headers.containsKey(PersonColumn.ABSENT_FROM);
  }

  /** How the column is headed in the file. */
  String header(PersonColumn personColumn) {
    return headers.getOrDefault(personColumn, personColumn.title());
  }
}
