package com.customerfocus.organization.imports;

import com.customerfocus.csv.CsvHeader;
import com.customerfocus.csv.CsvReader;
import com.customerfocus.csv.CsvRow;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.organization.DepartmentId;
import com.customerfocus.organization.Person;
import com.customerfocus.support.NameKey;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads an organization file as HR systems write it. Checks each value by itself; {@link
 * OrganizationTree} checks how rows fit together. Reads one file, from one thread.
 */
class OrganizationFileReader {

  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MAIL = 254;
  private static final int LONGEST_WORD = 100;

  private static final Pattern EASILY_VARIED = Pattern.compile("[ .,/'-]");
  private static final Pattern BETWEEN_ROLES = Pattern.compile("[\\s,;|]+");

  /** Ids are logins and part of links; {@code *} means all users to the engine. */
  private static final Pattern EMPLOYEE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]*");

  /** Accepted by every mail server: no quoted or international local parts. */
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])");

  private final CsvReader<PersonColumn> csv;
  private final RowErrors errors;
  private final List<PersonRow> entries = new ArrayList<>();
  private final Map<String, String> departments = new LinkedHashMap<>();
  private final Map<String, String> similarDepartments = new HashMap<>();
  private final Map<String, String> companies = new HashMap<>();
  private final Set<String> otherSpellings = new HashSet<>();

  /** Cache of ids by name: to make one takes longer than to read a row. */
  private final Map<String, String> departmentIds = new HashMap<>();

  /** Cache of equal texts: a large organization has few departments and sites. */
  private final Map<String, String> texts = new HashMap<>();

  private CsvHeader<PersonColumn> header;

  private OrganizationFileReader(InputStreamSource source, RowErrors errors) {
    this.csv = new CsvReader<>(source, PersonColumn.class, "person", "people", errors);
    this.errors = errors;
  }

  /** What could be read of the file; what is wrong with it goes to the errors. */
  static OrganizationFile read(InputStreamSource source, RowErrors errors) {
    return new OrganizationFileReader(source, errors).read();
  }

  private OrganizationFile read() {
    var complete = csv.read(this::check, this::take);
    var headers = header == null ? Map.<PersonColumn, String>of() : header.texts();
    return new OrganizationFile(headers, entries, departments, complete);
  }

  private void check(CsvHeader<PersonColumn> found) {
    header = found;
    if (header.has(PersonColumn.ABSENT_FROM) != header.has(PersonColumn.ABSENT_UNTIL)) {
      header.error(
          header.has(PersonColumn.ABSENT_FROM)
              ? PersonColumn.ABSENT_UNTIL
              : PersonColumn.ABSENT_FROM,
          "The column is missing. Days away are a first and a last one: add it, or remove the"
              + " other.");
    }
    if (header.has(PersonColumn.DEPUTY) && !header.has(PersonColumn.ABSENT_FROM)) {
      errors.warning(
          "Column '%s' is not used: it tells who acts while somebody is away, and there is no column"
              + " '%s'.",
          header.text(PersonColumn.DEPUTY), PersonColumn.ABSENT_FROM.title());
    }
  }

  private void take(CsvRow<PersonColumn> values) {
    var id = values.required(PersonColumn.ID, LONGEST_ID);
    if (!id.isEmpty() && !EMPLOYEE_ID.matcher(id).matches()) {
      values.error(
          PersonColumn.ID,
          "'%s' cannot be an employee id. Use letters without accents, digits and . _ - + @,"
              + " beginning with a letter or digit.",
          id);
    }
    var person =
        new Person(
            kept(id),
            values.required(PersonColumn.NAME, LONGEST_NAME),
            mail(values),
            kept(orNull(values.optional(PersonColumn.MANAGER, LONGEST_ID))),
            kept(department(values)),
            company(values),
            kept(language(values)),
            kept(orNull(values.optional(PersonColumn.SITE, LONGEST_WORD))));
    var roles = roles(values);
    var absence = absence(values);
    if (!id.isEmpty()) {
      entries.add(new PersonRow(values.line(), person, roles, absence));
    }
  }

  private String mail(CsvRow<PersonColumn> values) {
    var mail = values.optional(PersonColumn.MAIL, LONGEST_MAIL);
    if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
      values.error(
          PersonColumn.MAIL,
          "'%s' is not a mail address. Correct it, or leave it empty when there is none.",
          mail);
    }
    return orNull(mail);
  }

  private String department(CsvRow<PersonColumn> values) {
    var name = values.required(PersonColumn.DEPARTMENT, LONGEST_WORD);
    var id = departmentIds.computeIfAbsent(name, DepartmentId::of);
    if (id.isEmpty()) {
      if (!name.isEmpty()) {
        values.error(
            PersonColumn.DEPARTMENT,
            "'%s' has neither a letter nor a digit. Give the department such a name.",
            name);
      }
      return id;
    }
    var known = departments.putIfAbsent(id, name);
    if (known == null) {
      warnOfSimilar(values.line(), name);
    }
    if (known != null && !known.equals(name) && otherSpellings.add(name)) {
      errors.warning(
          "Line %d: the department '%s' is taken to be '%s'.", values.line(), name, known);
    }
    return id;
  }

  /** Two names that people take for one are two departments all the same. */
  private void warnOfSimilar(int line, String name) {
    var similar =
        similarDepartments.putIfAbsent(
            EASILY_VARIED.matcher(NameKey.of(name)).replaceAll(""), name);
    if (similar != null) {
      errors.warning(
          "Line %d: '%s' and '%s' are two departments: the names differ in a blank or a sign.",
          line, name, similar);
    }
  }

  /** In the spelling that the file has first. */
  private String company(CsvRow<PersonColumn> values) {
    var name = values.required(PersonColumn.HERITAGE, LONGEST_WORD);
    var known = companies.get(name);
    if (known == null) {
      var key = NameKey.of(name);
      known = companies.computeIfAbsent(key, same -> name);
      companies.put(name, known);
      if (!known.equals(name)) {
        errors.warning(
            "Line %d: the heritage company '%s' is taken to be '%s'.", values.line(), name, known);
      }
    }
    return known;
  }

  private String language(CsvRow<PersonColumn> values) {
    var said = values.required(PersonColumn.LANGUAGE, LONGEST_WORD);
    var language =
        switch (said.toLowerCase(Locale.ROOT)) {
          case "english", "inglés" -> "en";
          case "spanish", "español", "castellano" -> "es";
          default -> Locale.forLanguageTag(said.replace('_', '-')).getLanguage();
        };
    if (!said.isEmpty() && !language.equals("en") && !language.equals("es")) {
      values.error(
          PersonColumn.LANGUAGE,
          "'%s' is not a language this program writes. Put en for English or es for Spanish.",
          said);
    }
    return language;
  }

  private Set<PersonRole> roles(CsvRow<PersonColumn> values) {
    var said = values.optional(PersonColumn.ROLES, LONGEST_NAME);
    if (said.isEmpty()) {
      return Set.of();
    }
    var roles = EnumSet.noneOf(PersonRole.class);
    for (var word : BETWEEN_ROLES.split(said)) {
      if (!word.isEmpty()) {
        PersonRole.of(word)
            .ifPresentOrElse(
                roles::add,
                () ->
                    values.error(
                        PersonColumn.ROLES,
                        "'%s' is not a role. Leave it empty or use one or more of: %s.",
                        word,
                        PersonRole.words()));
      }
    }
    return roles;
  }

  /** A standing deputy, one without days, says nothing of an absence. */
  private AbsenceRow absence(CsvRow<PersonColumn> values) {
    var from = day(values, PersonColumn.ABSENT_FROM);
    var until = day(values, PersonColumn.ABSENT_UNTIL);
    var deputy = kept(orNull(values.optional(PersonColumn.DEPUTY, LONGEST_ID)));
    if (from == null || until == null) {
      return null;
    }
    if (until.isBefore(from)) {
      values.error(
          PersonColumn.ABSENT_UNTIL,
          "The last day away, %s, is before the first, %s. Correct one of them.",
          until,
          from);
      return null;
    }
    return new AbsenceRow(from, until, deputy);
  }

  private LocalDate day(CsvRow<PersonColumn> values, PersonColumn column) {
    var said = values.optional(column, LONGEST_WORD);
    if (said.isEmpty()) {
      checkOther(values, column);
      return null;
    }
    try {
      return LocalDate.parse(said);
    } catch (DateTimeParseException e) {
      values.error(column, "'%s' is not a day. Write it like 2026-03-02.", said);
      return null;
    }
  }

  /** Of the two days both are there or none. */
  private void checkOther(CsvRow<PersonColumn> values, PersonColumn missing) {
    var other =
        missing == PersonColumn.ABSENT_FROM ? PersonColumn.ABSENT_UNTIL : PersonColumn.ABSENT_FROM;
    if (header.has(missing) && !values.optional(other, LONGEST_WORD).isEmpty()) {
      values.error(
          missing, "The value is missing. Fill it in, or leave both days of the absence empty.");
    }
  }

  private static String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private String kept(String text) {
    return text == null ? null : texts.computeIfAbsent(text, same -> same);
  }
}
