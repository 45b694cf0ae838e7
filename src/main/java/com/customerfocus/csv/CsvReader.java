package com.customerfocus.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads a file as other systems export it: UTF-8 with or without a byte order mark, comma or
 * semicolon, columns in any order. Reads one file once, from one thread.
 *
 * @param <C> the columns of this kind of file
 */
public class CsvReader<C extends Enum<C> & CsvColumn> {

  /** Far more than a header needs, even one with quoted line breaks. */
  private static final int LONGEST_HEADER = 64 * 1024;

  /** Characters; all values of a row at their longest fit several times. */
  private static final int LONGEST_ROW = 100_000;

  /** More than any company has people or customers. */
  private static final int MOST_ROWS = 3_000_000;

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00A0\\u202F]+");

  private final InputStreamSource source;
  private final Class<C> columns;
  private final RowErrors errors;
  private final String one;
  private final String many;
  private CsvHeader<C> header;
  private int rows;

  /**
   * @param one what a row stands for, such as {@code person}, for messages
   * @param many its plural
   */
  public CsvReader(
      InputStreamSource source, Class<C> columns, String one, String many, RowErrors errors) {
    this.source = source;
    this.columns = columns;
    this.one = one;
    this.many = many;
    this.errors = errors;
  }

  /**
   * Reads the whole file, or as far as it can be read; what is wrong goes to the errors.
   *
   * @param onHeader gets the header, when it can be used
   * @param onRow gets each row with at least one value
   * @return whether the whole file was read
   */
  public boolean read(Consumer<CsvHeader<C>> onHeader, Consumer<CsvRow<C>> onRow) {
    var line = 1;
    try (var text = textOf(source)) {
      skipByteOrderMark(text);
      var format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(separatorOf(text))
              .setIgnoreEmptyLines(false)
              .get();
      var reader = new LimitedReader(text, LONGEST_ROW);
      try (var csv = CSVParser.builder().setReader(reader).setFormat(format).get()) {
        for (var row : csv) {
          reader.beginRow();
          if (errors.areTooMany() || csv.getRecordNumber() > MOST_ROWS) {
            errors.stopAt(line);
            return false;
          }
          if (!isBlank(row) && !take(row, line, onHeader, onRow)) {
            return false;
          }
          line = (int) csv.getCurrentLineNumber() + 1;
        }
      }
    } catch (UncheckedIOException e) {
      explain(e.getCause(), line);
      return false;
    } catch (IOException e) {
      explain(e, line);
      return false;
    }
    return hasRows();
  }

  /** Says whether the rest of the file can be read. */
  private boolean take(
      CSVRecord row, int line, Consumer<CsvHeader<C>> onHeader, Consumer<CsvRow<C>> onRow) {
    if (header != null) {
      takeRow(row, line, onRow);
      return true;
    }
    header = CsvHeader.of(row, line, columns, errors);
    if (header.isUsable()) {
      onHeader.accept(header);
    }
    return header.isUsable();
  }

  private void takeRow(CSVRecord row, int line, Consumer<CsvRow<C>> onRow) {
    rows++;
    if (row.stream().skip(header.width()).anyMatch(value -> !value.isBlank())) {
      errors.error(
          line,
          null,
          "The row has %d values, but the header has %d columns. Enclose values that contain the"
              + " separator in quotation marks.",
          row.size(),
          header.width());
    } else {
      onRow.accept(new CsvRow<>(row, line, header, columns, errors));
    }
  }

  private boolean hasRows() {
    if (header == null) {
      errors.error(
          null,
          null,
          "The file is empty. Export it again, with a header line and one line for each %s.",
          one);
    } else if (rows == 0) {
      errors.error(
          null,
          null,
          "The file has a header but no %s. Export it again, with one line for each %s.",
          many,
          one);
    }
    return rows > 0;
  }

  private void explain(IOException reason, int line) {
    if (reason instanceof CharacterCodingException) {
      errors.error(
          firstLineThatIsNotUtf8(),
          null,
          "The file is not UTF-8 text from here on. Export or save it again as CSV with the"
              + " encoding UTF-8 (in Excel: 'CSV UTF-8').");
    } else if (reason instanceof LimitedReader.RowTooLong) {
      errors.error(
          line,
          null,
          "The row that begins here has more than %,d characters, so the rest of the file cannot be"
              + " read. Look for a quotation mark that is not closed, and for line breaks that are"
              + " missing.",
          LONGEST_ROW);
    } else if (reason instanceof CSVException) {
      errors.error(
          line,
          null,
          "A quotation mark in the row that begins here does not enclose a whole value, so the"
              + " rest of the file cannot be read. Enclose the value in quotation marks and write"
              + " each quotation mark inside it twice.");
    } else {
      throw new UncheckedIOException("The file cannot be read", reason);
    }
  }

  private static BufferedReader textOf(InputStreamSource source) throws IOException {
    // The decoder itself, not the charset: the charset would turn wrong bytes into question marks.
    return new BufferedReader(
        new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8.newDecoder()));
  }

  private static void skipByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  /** Comma or semicolon, whichever the header has more of outside quotation marks. */
  private static char separatorOf(Reader reader) throws IOException {
    reader.mark(LONGEST_HEADER);
    var commas = 0;
    var semicolons = 0;
    var quoted = false;
    for (var i = 0; i < LONGEST_HEADER; i++) {
      var c = reader.read();
      var headerHasBegun = commas + semicolons > 0;
      if (c == -1 || (!quoted && headerHasBegun && (c == '\n' || c == '\r'))) {
        break;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        commas++;
      } else if (!quoted && c == ';') {
        semicolons++;
      }
    }
    reader.reset();
    return semicolons > commas ? ';' : ',';
  }

  private int firstLineThatIsNotUtf8() {
    try (var bytes = new BufferedInputStream(source.getInputStream())) {
      var line = new ByteArrayOutputStream();
      for (var number = 1; ; number++) {
        var b = bytes.read();
        while (b != -1 && b != '\n') {
          line.write(b);
          b = bytes.read();
        }
        if (b == -1 || !isUtf8(line.toByteArray())) {
          return number;
        }
        line.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The file cannot be read", e);
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(String::isBlank);
  }

  /** Exports leave line breaks and double blanks in values; they mean one blank. */
  static String tidy(String value) {
    return WHITE_SPACE.matcher(value).replaceAll(" ").strip();
  }
}
