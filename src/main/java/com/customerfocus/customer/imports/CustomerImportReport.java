package com.customerfocus.customer.imports;

import java.util.List;

/**
 * Changes of an import of customers, or of its dry run.
 *
 * @param customers number of customers on file afterwards
 * @param added customers who were not on file
 * @param changed customers with another value in at least one field
 * @param unchanged customers of the file who are on file just so
 * @param missing customers on file who are not in the file; they stay
 * @param leftOut customers of the file whose data were removed at their request
 * @param warnings in sentences
 */
public record CustomerImportReport(
    int customers,
    int added,
    int changed,
    int unchanged,
    int missing,
    int leftOut,
    List<String> warnings) {

  /** Whether the file changes nothing. */
  boolean isEmpty() {
    return added == 0 && changed == 0;
  }
}
