package com.customerfocus.csv;

import com.customerfocus.support.Texts;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads a file as other systems export it: encoding, separator and the line of the header are
 * recognized before any column is looked at, columns stand in any order. Holds one row in memory.
 * Reads one file once, from one thread.
 *
 * @param <C> the columns of this kind of file
 */
public class CsvReader<C extends Enum<C> & CsvColumn> {

  /** Characters; far more than titles and a header need, even with quoted line breaks. */
  private static final int BEGINNING = 64 * 1024;

  /** Characters; all values of a row at their longest fit several times. */
  private static final int LONGEST_ROW = 100_000;

  /** More than any company has people or customers. */
  private static final int MOST_ROWS = 3_000_000;

  /** Of the columns that a file needs, a note or a sum below the rows fills no more than one in. */
  private static final int ONE_IN = 4;

  /** Values that show whether the encoding was guessed right. */
  private static final int MOST_EXAMPLES = 3;

  /** First words of a sum, as {@link CsvColumn#key} writes them. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(?:(?:grand|sub)?total|totales|totals|suma|summe|gesamt|insgesamt|somme|recuento|anzahl"
              + "|numberof).*+|sum|count");

  private static final int LONGEST_TOTAL = 100;

  private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,' %]*+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*+");

  private final InputStreamSource source;
  private final Class<C> columns;
  private final RowErrors errors;
  private final String one;
  private final String many;
  private final List<String> examples = new ArrayList<>();
  private TextEncoding encoding;
  private CsvLayout layout;
  private CsvHeader<C> header;
  private boolean headerIsRepeated;
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
   * @param onRow gets each row with at least one value, sums below the others excepted
   * @return whether the whole file was read
   */
  public boolean read(Consumer<CsvHeader<C>> onHeader, Consumer<CsvRow<C>> onRow) {
    var line = 1;
    try {
      encoding = TextEncoding.of(source);
      if (encoding.charset() == null) {
        errors.error(encoding.line(), null, encoding.problem());
        return false;
      }
      try (var text = encoding.open(source)) {
        layout = CsvLayout.of(beginning(text), columns.getEnumConstants());
        line = layout.line();
        text.skip(layout.offset());
        var format =
            CSVFormat.RFC4180
                .builder()
                .setDelimiter(layout.separator())
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
            line = (int) csv.getCurrentLineNumber() + layout.line();
          }
        }
      }
    } catch (UncheckedIOException e) {
      explain(e.getCause(), line);
      return false;
    } catch (IOException e) {
      explain(e, line);
      return false;
    }
    warnOfEncoding();
    return hasRows();
  }

  /** The reader stands at the beginning again afterwards. */
  private static String beginning(Reader text) throws IOException {
    text.mark(BEGINNING);
    var beginning = new char[BEGINNING];
    var length = 0;
    for (var read = 0; read != -1 && length < BEGINNING; length += Math.max(0, read)) {
      read = text.read(beginning, length, BEGINNING - length);
    }
    text.reset();
    return new String(beginning, 0, length);
  }

  /** Says whether the rest of the file can be read. */
  private boolean take(
      CSVRecord row, int line, Consumer<CsvHeader<C>> onHeader, Consumer<CsvRow<C>> onRow) {
    if (header != null) {
      takeRow(row, line, onRow);
      return true;
    }
    if (!layout.isKnown() && row.stream().allMatch(CsvLayout::isEmpty)) {
      return true;
    }
    if (!layout.isKnown() && !CsvHeader.isTooWide(row)) {
      noHeader(line);
      return false;
    }
    header = CsvHeader.of(row, line, columns, errors);
    if (header.isUsable()) {
      if (layout.hasTitle()) {
        errors.warning("The header is on line %d. The lines above it are not read.", line);
      }
      onHeader.accept(header);
    }
    return header.isUsable();
  }

  private void noHeader(int line) {
    var titles =
        Stream.of(columns.getEnumConstants())
            .filter(CsvColumn::isRequired)
            .limit(MOST_EXAMPLES)
            .map(column -> "'" + column.title() + "'")
            .collect(Collectors.joining(", "));
    errors.error(
        line,
        null,
        "Neither this line nor one of the next is a header with columns such as %s. This one is %s."
            + " Export the file again as CSV, with a header line and one line for each %s.",
        titles,
        layout.description(),
        one);
  }

  private void takeRow(CSVRecord row, int line, Consumer<CsvRow<C>> onRow) {
    if (header.isRepeatedBy(row)) {
      if (!headerIsRepeated) {
        errors.warning("Line %d repeats the header and is not read, nor are further ones.", line);
        headerIsRepeated = true;
      }
      return;
    }
    if (isTotal(row)) {
      errors.warning("Line %d is not read, it is a sum: '%s'.", line, excerpt(row));
      return;
    }
    rows++;
    if (encoding.isGuessed()) {
      addExamples(row);
    }
    var problems = errors.count();
    if (row.stream().skip(header.width()).anyMatch(value -> !Texts.isBlank(value))) {
      errors.error(
          line,
          null,
          "The row has %d values, but the header has %d columns. Enclose values that contain the"
              + " separator in quotation marks.",
          row.size(),
          header.width());
    } else if (filled(row) * ONE_IN <= header.required()) {
      errors.error(
          line,
          null,
          "The row has hardly a value: '%s'. Remove it if it is a note or a sum, or fill in the"
              + " values of the %s.",
          excerpt(row),
          one);
    }
    var isReadable = errors.count() == problems;
    onRow.accept(new CsvRow<>(row, line, header, columns, errors, isReadable));
  }

  private static long filled(CSVRecord row) {
    return row.stream().filter(value -> !Texts.isBlank(value)).count();
  }

  /** Begins with a word for a sum and has only numbers besides. */
  private static boolean isTotal(CSVRecord row) {
    String first = null;
    for (var value : row) {
      if (first == null && !Texts.isBlank(value)) {
        first = value;
      } else if (first != null && !NUMBER.matcher(Texts.oneLine(value)).matches()) {
        return false;
      }
    }
    var key = CsvColumn.key(first.substring(0, Math.min(first.length(), LONGEST_TOTAL)));
    return TOTAL.matcher(DIGITS.matcher(key).replaceAll("")).matches();
  }

  private static String excerpt(CSVRecord row) {
    return Excerpt.of(
        row.stream().filter(value -> !Texts.isBlank(value)).collect(Collectors.joining(", ")));
  }

  private void addExamples(CSVRecord row) {
    row.stream()
        .filter(value -> examples.size() < MOST_EXAMPLES && !ASCII.matcher(value).matches())
        .map(value -> "'" + Excerpt.of(value) + "'")
        .filter(example -> !examples.contains(example))
        .limit(1)
        .forEach(examples::add);
  }

  private void warnOfEncoding() {
    if (encoding.isGuessed()) {
      errors.warning(
          "The file is not UTF-8 text and was read as Windows-1252.%s If letters are wrong, save the"
              + " file again with the encoding UTF-8 (in Excel: 'CSV UTF-8').",
          examples.isEmpty()
              ? ""
              : " See whether this is right: " + String.join(", ", examples) + ".");
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
          line,
          null,
          "The file is not %s text from here on. Export or save it again as CSV with the encoding"
              + " UTF-8 (in Excel: 'CSV UTF-8').",
          encoding.charset().name().replaceFirst("[BL]E$", ""));
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

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(Texts::isBlank);
  }
}
