package com.customerfocus.organization.imports;

import static com.customerfocus.organization.imports.PersonColumn.FIRST_NAME;
import static com.customerfocus.organization.imports.PersonColumn.FULL_NAME;
import static com.customerfocus.organization.imports.PersonColumn.LAST_NAME;
import static com.customerfocus.organization.imports.PersonColumn.LAST_NAME_FIRST;
import static com.customerfocus.organization.imports.PersonColumn.NAME;
import static com.customerfocus.organization.imports.PersonColumn.SECOND_LAST_NAME;

import com.customerfocus.csv.CsvColumn;
import com.customerfocus.csv.CsvHeader;
import com.customerfocus.csv.CsvRow;
import com.customerfocus.support.NameKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which columns of a file tell a person's name. {@code Name} and {@code Nombre} mean the whole
 * name, but beside a column for the last name alone they mean the first one. Beside {@code Vorname}
 * {@code Name} is the last name; beside a first name in other languages it is the whole one.
 */
class PersonName {

  static final int LONGEST = 200;

  private static final Pattern LAST_COMMA_FIRST = Pattern.compile("([^,]++), ?([^,]++)");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ,]+");
  private static final Set<String> GERMAN_FIRST_NAMES = Set.of("vorname", "rufname");

  private final List<PersonColumn> columns;

  private PersonName(List<PersonColumn> columns) {
    this.columns = columns;
  }

  /** Warns of columns of names that are not needed besides. */
  static PersonName of(CsvHeader<PersonColumn> header) {
    var columns = columns(header);
    Stream.of(NAME, FULL_NAME, LAST_NAME_FIRST, FIRST_NAME, LAST_NAME, SECOND_LAST_NAME)
        .filter(column -> header.has(column) && !columns.contains(column))
        .forEach(header::unused);
    return new PersonName(columns);
  }

  private static List<PersonColumn> columns(CsvHeader<PersonColumn> header) {
    var first = header.has(FIRST_NAME);
    var last = header.has(LAST_NAME);
    var isPrecise = FULL_NAME.rank(CsvColumn.key(header.text(FULL_NAME))) == 0;
    if (header.has(FULL_NAME) && (isPrecise || !header.has(NAME))) {
      return List.of(FULL_NAME);
    }
    if (header.has(NAME) && (first == last || first && !isGerman(header))) {
      return List.of(NAME);
    }
    if (!header.has(NAME) && !(first && last)) {
      return List.of(LAST_NAME_FIRST);
    }
    var columns = new ArrayList<PersonColumn>();
    columns.add(first ? FIRST_NAME : NAME);
    columns.add(last ? LAST_NAME : NAME);
    if (header.has(SECOND_LAST_NAME)) {
      columns.add(SECOND_LAST_NAME);
    }
    return columns;
  }

  /** Only German calls the last name the name where the first name stands beside. */
  private static boolean isGerman(CsvHeader<PersonColumn> header) {
    return GERMAN_FIRST_NAMES.contains(CsvColumn.key(header.text(FIRST_NAME)));
  }

  /** The name as people say it; empty, and an error, when there is none. */
  String in(CsvRow<PersonColumn> row) {
    var parts =
        columns.stream()
            .map(column -> row.optional(column, LONGEST))
            .filter(part -> !part.isEmpty())
            .toList();
    var column = columns.get(0);
    if (parts.isEmpty() && columns.stream().noneMatch(row::isWrong)) {
      return row.required(column, LONGEST);
    }
    var name =
        columns.equals(List.of(FIRST_NAME, NAME)) && parts.size() == 2
            ? withFirstName(parts.get(1), parts.get(0))
            : String.join(" ", parts);
    if (column == LAST_NAME_FIRST) {
      name = LAST_COMMA_FIRST.matcher(name).replaceFirst("$2 $1");
    }
    if (name.length() > LONGEST) {
      row.error(
          column,
          "The name has %,d characters. Shorten it to %d or fewer.",
          name.length(),
          LONGEST);
      return "";
    }
    return name;
  }

  /** Files have the whole name in some rows: the first one is not put before it once more. */
  private static String withFirstName(String name, String first) {
    var words = List.of(BETWEEN_WORDS.split(NameKey.of(name)));
    return words.contains(BETWEEN_WORDS.split(NameKey.of(first))[0]) ? name : first + " " + name;
  }
}
