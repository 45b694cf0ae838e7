package com.customerfocus.csv;

import com.customerfocus.support.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * Where a file's header is and what separates its values: the line among the first ones, and the
 * separator, by which most columns are known.
 *
 * @param offset characters before the header
 * @param line of the header, from 1
 * @param hasTitle whether lines with values are above the header
 * @param isKnown whether it is a header; when not, the first line that is not empty stands for it
 * @param values of the line, with this separator
 * @param text the line
 */
record CsvLayout(
    int offset,
    int line,
    char separator,
    boolean hasTitle,
    boolean isKnown,
    int values,
    String text) {

  /** Titles, filters and days of an export take a few lines. */
  private static final int MOST_LINES = 50;

  /** One known word may be a title. */
  private static final int LEAST_KNOWN = 2;

  private static final String SEPARATORS = ",;\t|";

  /** Tells Excel the separator; other programs leave quotation marks and separators around it. */
  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\"?sep=(?<separator>[^\"\\w\\s]|\\t)\"?[,;|\\s]*", Pattern.CASE_INSENSITIVE);

  private record Line(int offset, int number, String text) {}

  private record Candidate(Line line, char separator, int known, int values) {}

  /**
   * Finds the header.
   *
   * @param beginning of the file, enough for its first lines
   */
  static CsvLayout of(String beginning, CsvColumn[] columns) {
    var lines = firstLines(beginning);
    var separators = SEPARATORS;
    if (!lines.isEmpty()) {
      var told = SEPARATOR_LINE.matcher(lines.get(0).text());
      if (told.matches()) {
        separators = told.group("separator") + SEPARATORS;
        lines.remove(0);
      }
    }
    Candidate best = null;
    for (var line : lines) {
      for (var separator : separators.toCharArray()) {
        var candidate = candidate(beginning, line, separator, columns);
        best = best == null || candidate.known() > best.known() ? candidate : best;
      }
    }
    if (best == null) {
      // Nothing but the line for the separator, or no values so far.
      var offset = separators.equals(SEPARATORS) ? 0 : beginning.length();
      return new CsvLayout(offset, 1, ',', false, false, 0, "");
    }
    var isKnown = best.known() >= LEAST_KNOWN;
    if (!isKnown) {
      best = mostValues(beginning, lines.get(0), separators, columns);
    }
    return new CsvLayout(
        best.line().offset(),
        best.line().number(),
        best.separator(),
        best.line() != lines.get(0),
        isKnown,
        best.values(),
        best.line().text());
  }

  private static Candidate mostValues(
      String beginning, Line line, String separators, CsvColumn[] columns) {
    Candidate best = null;
    for (var separator : separators.toCharArray()) {
      var candidate = candidate(beginning, line, separator, columns);
      best = best == null || candidate.values() > best.values() ? candidate : best;
    }
    return best;
  }

  /** Those that are not empty. */
  private static List<Line> firstLines(String beginning) {
    var lines = new ArrayList<Line>();
    var number = 1;
    var begin = 0;
    for (var i = 0; i <= beginning.length() && lines.size() < MOST_LINES; i++) {
      var c = i == beginning.length() ? '\n' : beginning.charAt(i);
      if (c == '\n' || c == '\r') {
        var text = beginning.substring(begin, i);
        if (!isEmpty(text)) {
          lines.add(new Line(begin, number, text));
        }
        if (c == '\r' && i + 1 < beginning.length() && beginning.charAt(i + 1) == '\n') {
          i++;
        }
        begin = i + 1;
        number++;
      }
    }
    return lines;
  }

  /** Whether a line has no values, by any of the separators. */
  static boolean isEmpty(String line) {
    return line.chars().allMatch(it -> isBlankOrSeparator((char) it));
  }

  private static boolean isBlankOrSeparator(char c) {
    return SEPARATORS.indexOf(c) >= 0 || c == '"' || Texts.isBlank(String.valueOf(c));
  }

  /** Quoted headers may go on beyond the line. */
  private static Candidate candidate(
      String beginning, Line line, char separator, CsvColumn[] columns) {
    var format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    try (var csv =
        CSVParser.builder()
            .setReader(new StringReader(beginning.substring(line.offset())))
            .setFormat(format)
            .get()) {
      var rows = csv.iterator();
      if (!rows.hasNext()) {
        return new Candidate(line, separator, 0, 0);
      }
      var row = rows.next();
      return new Candidate(line, separator, known(row.toList(), columns), row.size());
    } catch (IOException | UncheckedIOException e) {
      // Quotation marks that do not fit this separator.
      return new Candidate(line, separator, 0, 0);
    }
  }

  private static int known(List<String> cells, CsvColumn[] columns) {
    var known = 0;
    var keys = cells.stream().map(CsvColumn::key).distinct().toList();
    for (var column : columns) {
      known += keys.stream().anyMatch(key -> column.rank(key) >= 0) ? 1 : 0;
    }
    return known;
  }

  /** What the line looks like, for the message that it is no header. */
  String description() {
    return values <= 1
        ? "'%s', without a comma, semicolon, tab or |".formatted(Excerpt.of(text))
        : String.format(
            Locale.ENGLISH,
            "'%s', %,d values with %s between them",
            Excerpt.of(text),
            values,
            separatorName());
  }

  private String separatorName() {
    return switch (separator) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      default -> "'" + separator + "'";
    };
  }
}
