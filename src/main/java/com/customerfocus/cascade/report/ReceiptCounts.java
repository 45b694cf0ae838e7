package com.customerfocus.cascade.report;

import com.customerfocus.cascade.receipt.Counts;
import java.time.Instant;
import java.util.List;

/**
 * The receipts of one cascade, counted.
 *
 * @param countedAt when they were
 * @param parts together the audience
 */
record ReceiptCounts(Instant countedAt, List<Part> parts) {

  /** Those of one department (name), heritage company and level. */
  record Part(String department, String heritage, int level, Counts counts) {}

  Counts total() {
    return parts.stream().map(Part::counts).reduce(Counts.NONE, Counts::plus);
  }
}
