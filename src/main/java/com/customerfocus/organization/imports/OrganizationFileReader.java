package com.customerfocus.organization.imports;

import com.customerfocus.csv.CsvColumn;
import com.customerfocus.csv.CsvHeader;
import com.customerfocus.csv.CsvReader;
import com.customerfocus.csv.CsvRow;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.csv.ShortenedNumber;
import com.customerfocus.organization.DepartmentId;
import com.customerfocus.organization.Person;
import com.customerfocus.support.MailAddress;
import com.customerfocus.support.NameKey;
import com.customerfocus.text.LanguageName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads an organization file as HR systems write it. Checks each value by itself; {@link
 * OrganizationTree} checks how rows fit together. Reads one file, from one thread.
 */
class OrganizationFileReader {

  private static final int LONGEST_ID = 64;
  private static final int LONGEST_ROLES = 200;
  private static final int LONGEST_WORD = 100;

  private static final Pattern EASILY_VARIED = Pattern.compile("[ .,/'-]");
  private static final Pattern BETWEEN_ROLES = Pattern.compile("[\\s,;|]+");

  /** Ids are logins and part of links; {@code *} means all users to the engine. */
  private static final Pattern EMPLOYEE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]*");

  /** Workday calls an organization {@code Sales (Ana Ruiz)}; the name changes with the manager. */
  private static final Pattern MANAGER_BEHIND = Pattern.compile("(?<=[^ ]) *\\([^()]*+\\)$");

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

  private final Set<String> unreadIds = new HashSet<>();
  private boolean hasUnread;
  private CsvHeader<PersonColumn> header;
  private PersonName name;
  private boolean namesManager;

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
    return new OrganizationFile(headers, entries, departments, complete, unreadIds, hasUnread);
  }

  private void check(CsvHeader<PersonColumn> found) {
    header = found;
    name = PersonName.of(header);
    namesManager =
        CsvColumn.key(header.text(PersonColumn.DEPARTMENT)).equals("supervisoryorganization");
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
    if (!values.isReadable()) {
      hasUnread = true;
      unreadIds.add(values.optional(PersonColumn.ID, LONGEST_ID));
      return;
    }
    var id = id(values);
    var person =
        new Person(
            kept(id),
            name.in(values),
            mail(values),
            kept(reference(values, PersonColumn.MANAGER)),
            kept(department(values)),
            company(values),
            kept(language(values)),
            kept(orNull(values.optional(PersonColumn.SITE, LONGEST_WORD))));
    var roles = roles(values);
    var absence = absence(values);
    if (id.isEmpty()) {
      hasUnread = true;
    } else {
      entries.add(new PersonRow(values.line(), person, roles, absence, values.wrong()));
    }
  }

  private String id(CsvRow<PersonColumn> values) {
    var id = values.required(PersonColumn.ID, LONGEST_ID);
    checkShortened(values, PersonColumn.ID, id);
    if (!id.isEmpty() && !EMPLOYEE_ID.matcher(id).matches()) {
      values.error(
          PersonColumn.ID,
          "'%s' cannot be an employee id. Use letters without accents, digits and . _ - + @,"
              + " beginning with a letter or digit.",
          id);
    }
    return id;
  }

  /** The employee id of another person; null when there is none or it is wrong. */
  private String reference(CsvRow<PersonColumn> values, PersonColumn column) {
    var id = values.optional(column, LONGEST_ID);
    checkShortened(values, column, id);
    return values.isWrong(column) ? null : orNull(id);
  }

  private static void checkShortened(
      CsvRow<PersonColumn> values, PersonColumn column, String said) {
    ShortenedNumber.check(values, column, said, "employee id", "the HR system");
  }

  private String mail(CsvRow<PersonColumn> values) {
    var said = values.optional(PersonColumn.MAIL, MailAddress.LONGEST);
    var mail = said.isEmpty() ? Optional.<String>empty() : MailAddress.of(said);
    if (mail.isEmpty() && !said.isEmpty()) {
      values.error(
          PersonColumn.MAIL,
          "'%s' is not a mail address. Correct it, or leave it empty when there is none.",
          said);
    }
    return mail.orElse(null);
  }

  private String department(CsvRow<PersonColumn> values) {
    var said = values.required(PersonColumn.DEPARTMENT, LONGEST_WORD);
    var name = namesManager ? MANAGER_BEHIND.matcher(said).replaceFirst("") : said;
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
    var language = LanguageName.of(said);
    if (language.isEmpty() && !said.isEmpty()) {
      values.error(
          PersonColumn.LANGUAGE,
          "'%s' is not a language this program writes. Put en for English or es for Spanish.",
          said);
    }
    return language.orElse("");
  }

  private Set<PersonRole> roles(CsvRow<PersonColumn> values) {
    var said = values.optional(PersonColumn.ROLES, LONGEST_ROLES);
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
    var deputy = kept(reference(values, PersonColumn.DEPUTY));
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
    var other =
        column == PersonColumn.ABSENT_FROM ? PersonColumn.ABSENT_UNTIL : PersonColumn.ABSENT_FROM;
    if (header.has(column) && !values.has(column) && values.has(other)) {
      values.error(
          column, "The value is missing. Fill it in, or leave both days of the absence empty.");
    }
    return values.day(column).orElse(null);
  }

  private static String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private String kept(String text) {
    return text == null ? null : texts.computeIfAbsent(text, same -> same);
  }
}
