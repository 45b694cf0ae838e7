package com.customerfocus.csv;

import java.util.regex.Pattern;

/** What a spreadsheet makes of 100001000000: other digits are gone. */
public final class ShortenedNumber {

  private static final Pattern SHORTENED =
      Pattern.compile("\\d(?:[.,]\\d{1,20})?E[+-]\\d{2,3}", Pattern.CASE_INSENSITIVE);

  private ShortenedNumber() {}

  /**
   * Refuses such a value.
   *
   * @param what the value was, such as {@code employee id}
   * @param source where an undamaged file comes from, such as {@code the HR system}
   */
  public static <C extends Enum<C> & CsvColumn> void check(
      CsvRow<C> row, C column, String said, String what, String source) {
    if (SHORTENED.matcher(said).matches()) {
      row.error(
          column,
          "'%s' is what a spreadsheet makes of a long number, the %s is lost. Format the column as"
              + " text there, or import the file as %s exports it.",
          said,
          what,
          source);
    }
  }
}
