package com.customerfocus.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a file as RFC 4180 says, with a header. */
public class CsvWriter {

  /** A spreadsheet takes what begins like this for a formula and computes it. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n]");

  private final CSVPrinter csv;

  /**
   * @throws UncheckedIOException when the reader has gone away; the same below
   */
  public CsvWriter(Appendable target, String... header) {
    try {
      csv = new CSVPrinter(target, CSVFormat.RFC4180.builder().setHeader(header).get());
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
