package com.customerfocus.csv;

/**
 * One thing to correct in an organization file.
 *
 * @param line where the row begins, counted from 1; null when it is about the whole file
 * @param column the column as its header is written in the file; null when it is about the row
 * @param message what is wrong and what to do
 */
public record RowError(Integer line, String column, String message) {

  @Override
  public String toString() {
    var where = new StringBuilder();
    if (line != null) {
      where.append("Line ").append(line);
    }
    if (column != null) {
      where.append(where.isEmpty() ? "Column '" : ", column '").append(column).append('\'');
    }
    return where.isEmpty() ? message : where + ": " + message;
  }
}
