package com.customerfocus.customer.imports;

import com.customerfocus.csv.RowError;
import java.util.List;

/**
 * Changes of a file of customers, or its errors, for the form in Tasklist. Says of which customer
 * which fields change, by line of the file, and no values: those who import do not see what is on
 * file. Kept with the file, and no longer.
 *
 * @param problem number of errors, in a sentence; null when there are none
 * @param errors to correct; may be empty
 * @param report the changes; null when there are errors
 * @param unchanged whether the file changes nothing
 * @param warnings of the report
 * @param fields how many customers get another value, by field
 * @param changes the first customers who are new or change, in the order of the file
 * @param more number of unlisted ones, in a sentence; null when all are listed
 */
public record CustomerImportPreview(
    String problem,
    List<RowError> errors,
    CustomerImportReport report,
    boolean unchanged,
    List<Line> warnings,
    List<FieldChange> fields,
    List<Change> changes,
    String more) {

  /** A sentence of the report, as a row of a form's table. */
  public record Line(String text) {}

  /**
   * @param field header of the column
   */
  public record FieldChange(String field, int customers) {}

  /**
   * @param line of the file
   * @param what {@code new}, or the fields that get another value
   */
  public record Change(int line, String reference, String what) {}

  /** Whether the file can be imported. */
  public boolean correct() {
    return problem == null;
  }
}
