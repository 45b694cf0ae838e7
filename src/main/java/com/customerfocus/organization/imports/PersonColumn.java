package com.customerfocus.organization.imports;

import com.customerfocus.csv.CsvColumn;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A column of an organization file, and how HR systems head it. */
enum PersonColumn implements CsvColumn {
  ID("employee id", "employeeid", "employeenumber", "personnelnumber", "personid", "staffid", "id"),
  NAME("name", "name", "fullname", "employeename", "displayname"),
  MAIL("mail", "mail", "email", "mailaddress", "emailaddress", "workemail"),
  MANAGER(
      "manager",
      "managerid",
      "manageremployeeid",
      "supervisorid",
      "reportsto",
      "manager",
      "supervisor"),
  DEPARTMENT("department", "department", "departmentname", "dept"),
  HERITAGE(
      "heritage company",
      "heritagecompany",
      "heritage",
      "formercompany",
      "legacycompany",
      "company"),
  LANGUAGE("language", "language", "preferredlanguage", "lang", "locale"),
  SITE("site", "site", "worksite", "location", "office"),
  ROLES("roles", "roles", "role"),
  ABSENT_FROM("absent from", "absentfrom", "absencefrom", "absencestart", "awayfrom"),
  ABSENT_UNTIL("absent until", "absentuntil", "absenceuntil", "absenceend", "awayuntil"),
  DEPUTY("deputy", "deputyid", "deputyemployeeid", "deputy", "substitute");

  private static final Set<PersonColumn> OPTIONAL =
      EnumSet.of(ROLES, ABSENT_FROM, ABSENT_UNTIL, DEPUTY);

  private final String title;
  private final List<String> headers;

  PersonColumn(String title, String... headers) {
    this.title = title;
    this.headers = List.of(headers);
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public List<String> headers() {
    return headers;
  }

  @Override
  public boolean isRequired() {
    return !OPTIONAL.contains(this);
  }
}
