package com.customerfocus.csv;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a file below its header. What is wrong with a value goes to the file's errors.
 *
 * @param <C> the columns of this kind of file
 */
public class CsvRow<C extends Enum<C> & CsvColumn> {

  private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cc}");

  private final CSVRecord row;
  private final int line;
  private final CsvHeader<C> header;
  private final RowErrors errors;
  private final Set<C> tooLong;

  CsvRow(CSVRecord row, int line, CsvHeader<C> header, Class<C> columns, RowErrors errors) {
    this.row = row;
    this.line = line;
    this.header = header;
    this.errors = errors;
    this.tooLong = EnumSet.noneOf(columns);
  }

  /** Where the row begins, counted from 1, the header's line. */
  public int line() {
    return line;
  }

  /** The value without superfluous blanks; empty, and an error, when there is none. */
  public String required(C column, int longest) {
    var value = optional(column, longest);
    if (value.isEmpty()) {
      error(column, "The value is missing. Fill it in.");
    }
    return value;
  }

  /**
   * The value without superfluous blanks; empty when there is none.
   *
   * @param longest characters; a longer value is an error and comes cut
   */
  public String optional(C column, int longest) {
    var position = header.position(column);
    if (position == null || position >= row.size()) {
      return "";
    }
    var value = CsvReader.tidy(row.get(position));
    if (value.length() > longest) {
      error(
          column,
          "The value has %,d characters. Shorten it to %d or fewer.",
          value.length(),
          longest);
      tooLong.add(column);
      return value.substring(0, longest);
    }
    if (CONTROL_CHARACTER.matcher(value).find()) {
      error(column, "The value contains an invisible control character. Type it anew.");
    }
    return value;
  }

  /** Further errors of a value that is too long are left out: they show when it is shorter. */
  public void error(C column, String message, Object... arguments) {
    if (!tooLong.contains(column)) {
      errors.error(line, header.text(column), message, arguments);
    }
  }
}
