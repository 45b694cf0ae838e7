package com.customerfocus.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Collects what is wrong or odd in a file, so that one answer tells all of it. */
class Findings {

  /** More errors are counted but not kept: a file that is wrong throughout stays readable. */
  static final int MOST_ERRORS = 1_000;

  private final List<ImportError> errors = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private int errorCount;

  void error(Integer line, String column, String message, Object... arguments) {
    errorCount++;
    if (errors.size() < MOST_ERRORS) {
      errors.add(new ImportError(line, column, String.format(Locale.ENGLISH, message, arguments)));
    }
  }

  void warning(String message, Object... arguments) {
    warnings.add(String.format(Locale.ENGLISH, message, arguments));
  }

  List<String> warnings() {
    return warnings;
  }

  void refuseWhenThereAreErrors() {
    if (errorCount > 0) {
      errors.sort(
          Comparator.comparing(
              ImportError::line, Comparator.nullsFirst(Comparator.naturalOrder())));
      throw new ImportRefused(errors, errorCount);
    }
  }
}
