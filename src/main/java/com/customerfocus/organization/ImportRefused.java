package com.customerfocus.organization;

import java.util.List;
import java.util.Locale;

/** An organization file has errors, so nothing was changed. */
public class ImportRefused extends RuntimeException {

  private final transient List<ImportError> errors;

  ImportRefused(List<ImportError> errors, int count) {
    super(message(errors.size(), count));
    this.errors = List.copyOf(errors);
  }

  private static String message(int listed, int count) {
    var text =
        count == 1
            ? "The file has an error"
            : String.format(Locale.ENGLISH, "The file has %,d errors", count);
    var more =
        listed == count
            ? ""
            : String.format(
                Locale.ENGLISH,
                " (the first %,d are listed, %,d more are not)",
                listed,
                count - listed);
    return text
        + more
        + " and nothing was changed. Correct what is listed and import the file again.";
  }

  /** In the order of the file; no more than {@value Findings#MOST_ERRORS}. */
  public List<ImportError> errors() {
    return errors;
  }
}
