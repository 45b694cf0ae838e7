package com.customerfocus.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a file as RFC 4180 says, with a header. The first character is a byte order mark: Excel
 * takes a file without one for Windows-1252, and its accents for two characters each.
 */
public class CsvWriter {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** A spreadsheet takes what begins like this for a formula and computes it. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n]");

  private final CSVPrinter csv;

  /**
   * @param separator comma or semicolon
   * @throws UncheckedIOException when the reader has gone away; the same below
   */
  public CsvWriter(Appendable target, char separator, String... header) {
    try {
      target.append(BYTE_ORDER_MARK);
      csv =
          new CSVPrinter(
              target, CSVFormat.RFC4180.builder().setDelimiter(separator).setHeader(header).get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  public void row(Object... values) {
    try {
      csv.printRecord(Arrays.stream(values).map(CsvWriter::safe));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object safe(Object value) {
    return value instanceof String text && isFormula(text) ? "'" + text : value;
  }

  static boolean isFormula(String text) {
    return FORMULA.matcher(text).find();
  }

  public void flush() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
