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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which columns of a file tell a person's name. {@code Name} and {@code Nombre} mean the whole
 * name, but beside a column for the last name alone they mean the first one, and the other way
 * round.
 */
class PersonName {

  static final int LONGEST = 200;

  private static final Pattern LAST_COMMA_FIRST = Pattern.compile("([^,]++), ?([^,]++)");

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
    if (header.has(NAME) && first == last) {
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
    var name = parts.stream().collect(Collectors.joining(" "));
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
}
