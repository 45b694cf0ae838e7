package com.customerfocus.csv;

import java.util.List;
import java.util.Locale;

/** An organization file has errors, so nothing was changed. */
public class InvalidFileException extends RuntimeException {

  private final transient List<RowError> errors;

  /**
   * @param stoppedAt the line from which on the file was not read; null when all of it was
   */
  InvalidFileException(List<RowError> errors, int count, Integer stoppedAt) {
    super(message(errors.size(), count, stoppedAt));
    this.errors = List.copyOf(errors);
  }

  private static String message(int listed, int count, Integer stoppedAt) {
    if (stoppedAt != null) {
      return String.format(
          Locale.ENGLISH,
          "The file was read up to line %,d only, where it had %,d errors%s: more than anybody"
              + " corrects by hand. Nothing was changed. See whether it is the right file, correct"
              + " the export and import it again.",
          stoppedAt,
          count,
          listed == count
              ? ""
              : String.format(Locale.ENGLISH, " (the first %,d are listed)", listed));
    }
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

  /** In the order of the file; no more than {@value RowErrors#MOST_ERRORS}. */
  public List<RowError> errors() {
    return errors;
  }
}
