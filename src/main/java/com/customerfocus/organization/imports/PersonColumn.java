package com.customerfocus.organization.imports;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a column of the file can tell, and how HR systems head it. */
enum PersonColumn {
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

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final String title;
  private final List<String> headers;

  /** The first header is the surest: of two that fit, the earlier one is taken. */
  PersonColumn(String title, String... headers) {
    this.title = title;
    this.headers = List.of(headers);
  }

  String title() {
    return title;
  }

  boolean isRequired() {
    return !OPTIONAL.contains(this);
  }

  /** How surely the header heads this column: 0 is best, -1 not at all. */
  int rank(String header) {
    return headers.indexOf(withoutDecoration(header));
  }

  private static String withoutDecoration(String header) {
    var plain = MARKS.matcher(Normalizer.normalize(header, Normalizer.Form.NFD)).replaceAll("");
    return NOT_A_LETTER_OR_DIGIT.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
