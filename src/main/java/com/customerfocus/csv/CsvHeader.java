package com.customerfocus.csv;

import com.customerfocus.support.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  /** Columns without use that an error names. */
  private static final int MOST_NAMED = 10;

  private final int line;
  private final RowErrors errors;
  private final List<String> cells;
  private final List<String> keys;
  private final Map<C, Integer> positions = new TreeMap<>();
  private final Map<C, String> texts = new TreeMap<>();
  private int required;

  private CsvHeader(List<String> cells, int line, RowErrors errors) {
    this.cells = cells;
    this.line = line;
    this.errors = errors;
    this.keys = cells.stream().map(CsvColumn::key).toList();
  }

  /** Has no columns when the header cannot be used; the errors say why. */
  static <C extends Enum<C> & CsvColumn> CsvHeader<C> of(
      CSVRecord row, int line, Class<C> columns, RowErrors errors) {
    if (row.size() > MOST_COLUMNS) {
      errors.error(
          line,
          null,
          "The header has %,d columns, at most %d fit. Export only those that the import uses.",
          row.size(),
          MOST_COLUMNS);
      return new CsvHeader<>(List.of(), line, errors);
    }
    var header = new CsvHeader<C>(row.stream().map(Texts::oneLine).toList(), line, errors);
    header.assign(columns.getEnumConstants());
    return header;
  }

  /** Whether a line this wide is a header at all, or a file without line breaks. */
  static boolean isTooWide(CSVRecord row) {
    return row.size() > MOST_COLUMNS;
  }

  private void assign(C[] columns) {
    required = (int) Arrays.stream(columns).filter(CsvColumn::isRequired).count();
    var unused = new ArrayList<String>();
    var contradictions = 0;
    var used = new boolean[cells.size()];
    for (var column : columns) {
      var found = best(column);
      for (var position : found) {
        used[position] = true;
      }
      if (!found.isEmpty()) {
        positions.put(column, found.get(0));
        texts.put(column, cells.get(found.get(0)));
      }
      for (var other : found.subList(Math.min(1, found.size()), found.size())) {
        contradictions++;
        contradiction(column, found.get(0), other);
      }
    }
    for (var position = 0; position < used.length; position++) {
      if (!used[position] && !cells.get(position).isEmpty()) {
        unused.add(cells.get(position));
        unused(cells.get(position));
      }
    }
    var missing = Arrays.stream(columns).filter(this::isMissing).toList();
    for (var column : missing) {
      error(
          column,
          "The column is missing. Add it to the export and give it the header '%s'.%s",
          column.title(),
          notRecognized(unused));
    }
    if (!missing.isEmpty() || contradictions > 0) {
      positions.clear();
    }
  }

  /** Where the column may stand: all columns of its best rank. */
  private List<Integer> best(C column) {
    var found = new ArrayList<Integer>();
    var best = Integer.MAX_VALUE;
    for (var position = 0; position < keys.size(); position++) {
      var rank = column.rank(keys.get(position));
      if (rank != -1 && rank < best) {
        found.clear();
        best = rank;
      }
      if (rank != -1 && rank == best) {
        found.add(position);
      }
    }
    return found;
  }

  private void contradiction(C column, int first, int other) {
    if (keys.get(first).equals(keys.get(other))) {
      errors.error(
          line,
          cells.get(other),
          "The column is there twice. Leave the right one and remove the other.");
    } else {
      errors.error(
          line,
          cells.get(other),
          "The columns '%s' and '%s' may both be the %s. Leave the right one and remove the other,"
              + " or head the right one '%s'.",
          cells.get(first),
          cells.get(other),
          column.title(),
          column.title());
    }
  }

  private boolean isMissing(C column) {
    return column.isRequired()
        && !has(column)
        && column.substitutes().stream().noneMatch(texts.keySet()::containsAll);
  }

  private static String notRecognized(List<String> unused) {
    if (unused.isEmpty()) {
      return "";
    }
    var names =
        unused.stream()
            .limit(MOST_NAMED)
            .map(name -> "'" + Excerpt.of(name) + "'")
            .collect(Collectors.joining(", "));
    return " Not recognized: %s%s."
        .formatted(
            names,
            unused.size() > MOST_NAMED ? " and %d more".formatted(unused.size() - MOST_NAMED) : "");
  }

  /** Warns of a column that the file has in vain. */
  public void unused(C column) {
    unused(text(column));
  }

  private void unused(String text) {
    errors.warning("Column '%s' is not used.", text);
  }

  boolean isUsable() {
    return !positions.isEmpty();
  }

  /** How many columns the file has, used or not. */
  int width() {
    return cells.size();
  }

  /** How many columns a file of this kind needs. */
  int required() {
    return required;
  }

  /** Whether the row is the header once more, as where exports are put one after the other. */
  boolean isRepeatedBy(CSVRecord row) {
    return row.size() == cells.size()
        && IntStream.range(0, row.size())
            .allMatch(position -> Texts.oneLine(row.get(position)).equals(cells.get(position)));
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
