package com.customerfocus.csv;

import com.customerfocus.support.Days;
import com.customerfocus.support.Texts;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a file below its header. What is wrong with a value goes to the file's errors, the
 * first finding of each value.
 *
 * @param <C> the columns of this kind of file
 */
public class CsvRow<C extends Enum<C> & CsvColumn> {

  private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cc}");

  /** The longest day with midnight has fewer characters. */
  private static final int LONGEST_DAY = 40;

  private final CSVRecord row;
  private final int line;
  private final CsvHeader<C> header;
  private final RowErrors errors;
  private final boolean isReadable;
  private final Set<C> wrong;

  CsvRow(
      CSVRecord row,
      int line,
      CsvHeader<C> header,
      Class<C> columns,
      RowErrors errors,
      boolean isReadable) {
    this.row = row;
    this.line = line;
    this.header = header;
    this.errors = errors;
    this.isReadable = isReadable;
    this.wrong = EnumSet.noneOf(columns);
  }

  /** Where the row begins, counted from 1, the file's first line. */
  public int line() {
    return line;
  }

  /** Whether the values fit the columns; if not, that is told already. */
  public boolean isReadable() {
    return isReadable;
  }

  /** The value on one line; empty, and an error, when there is none. */
  public String required(C column, int longest) {
    var value = optional(column, longest);
    if (value.isEmpty()) {
      error(column, "The value is missing. Fill it in.");
    }
    return value;
  }

  /**
   * The value on one line as {@link Texts#oneLine} writes it; empty when there is none or it is
   * wrong.
   *
   * @param longest characters; a longer value is an error
   */
  public String optional(C column, int longest) {
    var value = isWrong(column) ? "" : value(column);
    if (value.length() > longest) {
      error(
          column,
          "The value has %,d characters. Shorten it to %d or fewer.",
          value.length(),
          longest);
      return "";
    }
    if (CONTROL_CHARACTER.matcher(value).find()) {
      error(column, "The value contains an invisible control character. Type it anew.");
      return "";
    }
    return value;
  }

  /** The day, such as {@code 2026-03-02}; empty when there is none, and when it is an error. */
  public Optional<LocalDate> day(C column) {
    var value = optional(column, LONGEST_DAY);
    var day = Days.of(value);
    if (day.isEmpty() && !value.isEmpty()) {
      error(column, "'%s' is not a day. Write it like 2026-03-02.", value);
    }
    return day;
  }

  /** Whether the row has a value in the column, right or wrong. */
  public boolean has(C column) {
    return !value(column).isEmpty();
  }

  private String value(C column) {
    var position = header.position(column);
    return position == null || position >= row.size()
        ? ""
        : plain(Texts.oneLine(row.get(position)));
  }

  /**
   * Exports write {@code ="000417"} so that spreadsheets keep the zeros, and an apostrophe so that
   * they compute no formula, as {@link CsvWriter} does.
   */
  private static String plain(String value) {
    if (value.length() > 3 && value.startsWith("=\"") && value.endsWith("\"")) {
      return Texts.oneLine(value.substring(2, value.length() - 1));
    }
    return value.startsWith("'") && CsvWriter.isFormula(value.substring(1))
        ? value.substring(1)
        : value;
  }

  /** An error of the value; further ones are left out, they may follow from the first. */
  public void error(C column, String message, Object... arguments) {
    if (wrong.add(column)) {
      errors.error(line, header.text(column), message, arguments);
    }
  }

  /** Whether the value has an error. */
  public boolean isWrong(C column) {
    return wrong.contains(column);
  }

  /** The columns whose values have an error; empty for most rows. */
  public Set<C> wrong() {
    return wrong.isEmpty() ? Set.of() : wrong;
  }
}
