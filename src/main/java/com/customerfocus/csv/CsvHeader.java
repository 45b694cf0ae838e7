package com.customerfocus.csv;

import static com.customerfocus.csv.CsvReader.tidy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;

/**
 * The header of a file: which column stands where, and how the file heads it.
 *
 * @param <C> the columns of this kind of file
 */
public class CsvHeader<C extends Enum<C> & CsvColumn> {

  /** Exports have a few dozen. */
  private static final int MOST_COLUMNS = 500;

  private final int width;
  private final int line;
  private final RowErrors errors;
  private final Map<C, Integer> positions = new TreeMap<>();
  private final Map<C, String> texts = new TreeMap<>();

  private CsvHeader(int width, int line, RowErrors errors) {
    this.width = width;
    this.line = line;
    this.errors = errors;
  }

  /** Has no columns when the header cannot be used; the errors say why. */
  static <C extends Enum<C> & CsvColumn> CsvHeader<C> of(
      CSVRecord row, int line, Class<C> columns, RowErrors errors) {
    var header = new CsvHeader<C>(row.size(), line, errors);
    if (row.size() > MOST_COLUMNS) {
      errors.error(
          line,
          null,
          "The header has %,d columns, at most %d fit. Export only those that the import uses.",
          row.size(),
          MOST_COLUMNS);
      return header;
    }
    header.assign(row, columns.getEnumConstants());
    return header;
  }

  private void assign(CSVRecord row, C[] columns) {
    var unused = new ArrayList<>(IntStream.range(0, width).boxed().toList());
    for (var column : columns) {
      takeBest(column, row, unused);
    }
    for (var position : unused) {
      var text = tidy(row.get(position));
      if (!text.isEmpty()) {
        errors.warning("Column '%s' is not used.", text);
      }
    }
    var missing = Arrays.stream(columns).filter(it -> it.isRequired() && !has(it)).toList();
    for (var column : missing) {
      error(
          column,
          "The column is missing. Add it to the export and give it the header '%s'.",
          column.title());
    }
    if (!missing.isEmpty()) {
      positions.clear();
    }
  }

  private void takeBest(C column, CSVRecord row, List<Integer> unused) {
    var best = -1;
    for (var position = 0; position < width; position++) {
      var rank = column.rank(row.get(position));
      var bestRank = best == -1 ? Integer.MAX_VALUE : column.rank(row.get(best));
      if (rank != -1 && rank == bestRank) {
        errors.error(
            line,
            tidy(row.get(position)),
            "The column is there twice. Leave the right one and remove the other.");
        unused.remove((Integer) position);
      } else if (rank != -1 && rank < bestRank) {
        best = position;
      }
    }
    if (best != -1) {
      positions.put(column, best);
      texts.put(column, tidy(row.get(best)));
      unused.remove((Integer) best);
    }
  }

  boolean isUsable() {
    return !positions.isEmpty();
  }

  /** How many columns the file has, used or not. */
  int width() {
    return width;
  }

  /** Null when the file does not have the column. */
  Integer position(C column) {
    return positions.get(column);
  }

  public boolean has(C column) {
    return positions.containsKey(column);
  }

  /** How the file heads the column; its title when the file does not have it. */
  public String text(C column) {
    return texts.getOrDefault(column, column.title());
  }

  /** The columns that the file has, as it heads them. */
  public Map<C, String> texts() {
    return Map.copyOf(texts);
  }

  public void error(C column, String message, Object... arguments) {
    errors.error(line, text(column), message, arguments);
  }
}
