package com.customerfocus.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Collects what is wrong or odd in a file, so that one answer tells all of it. */
public class RowErrors {

  /** More errors are counted but not kept: a file that is wrong throughout stays readable. */
  public static final int MOST_ERRORS = 1_000;

  /** Nor are more warnings. */
  static final int MOST_WARNINGS = 1_000;

  /** A file with more is not read to its end: its errors have one cause. */
  private static final int TOO_MANY_ERRORS = 100_000;

  private final List<RowError> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int errorCount;
  private int warningCount;
  private Integer stoppedAt;

  public void error(Integer line, String column, String message, Object... arguments) {
    errorCount++;
    if (errors.size() < MOST_ERRORS) {
      errors.add(new RowError(line, column, String.format(Locale.ENGLISH, message, arguments)));
    }
  }

  public void warning(String message, Object... arguments) {
    warningCount++;
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add(String.format(Locale.ENGLISH, message, arguments));
    }
  }

  /** The last one says how many are left out. */
  public List<String> warnings() {
    if (warningCount == warnings.size()) {
      return warnings;
    }
    var all = new ArrayList<>(warnings);
    all.add(
        String.format(
            Locale.ENGLISH,
            "%,d more warnings of this kind are not listed.",
            warningCount - warnings.size()));
    return all;
  }

  int count() {
    return errorCount;
  }

  /** Whether the file has errors or was not read to its end. */
  public boolean areThere() {
    return stoppedAt != null || errorCount > 0;
  }

  boolean areTooMany() {
    return errorCount > TOO_MANY_ERRORS;
  }

  /** The file was not read any further. */
  void stopAt(int line) {
    stoppedAt = line;
  }

  public void refuseWhenThereAreErrors() {
    if (areThere()) {
      errors.sort(
          Comparator.comparing(RowError::line, Comparator.nullsFirst(Comparator.naturalOrder())));
      throw new InvalidFileException(errors, errorCount, stoppedAt);
    }
  }
}
