package com.customerfocus.organization.imports;

import com.customerfocus.organization.NamesOnRecord;
import com.customerfocus.organization.Person;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  /** Heritage companies that are on record in another spelling: the file's to the one on record. */
  Map<String, String> respelledCompanies(NamesOnRecord names) {
    return entries.stream()
        .map(row -> row.person().heritage())
        .distinct()
        .filter(spelling -> !names.company(spelling).equals(spelling))
        .collect(Collectors.toMap(spelling -> spelling, names::company));
  }

  /** The file in the names of the tables; itself when it has them. */
  OrganizationFile named(NamesOnRecord names) {
    var ids = new HashMap<String, String>();
    departments.forEach((id, name) -> ids.put(id, names.departmentId(name)));
    var companies = respelledCompanies(names);
    if (companies.isEmpty()
        && ids.entrySet().stream().allMatch(it -> it.getKey().equals(it.getValue()))) {
      return this;
    }
    var named = new LinkedHashMap<String, String>();
    departments.forEach((id, name) -> named.put(ids.get(id), name));
    var rows = entries.stream().map(row -> row.with(named(row.person(), ids, companies))).toList();
    return new OrganizationFile(headers, rows, named, complete, unreadIds, hasUnread);
  }

  private static Person named(
      Person person, Map<String, String> ids, Map<String, String> companies) {
    return new Person(
        person.id(),
        person.name(),
        person.mail(),
        person.managerId(),
        ids.get(person.departmentId()),
        companies.getOrDefault(person.heritage(), person.heritage()),
        person.language(),
        person.site());
  }
}
