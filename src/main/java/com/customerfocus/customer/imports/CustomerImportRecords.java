package com.customerfocus.customer.imports;

import com.customerfocus.csv.review.ReviewedFileRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code customer_import}. */
@Repository
class CustomerImportRecords extends ReviewedFileRecords<CustomerImport> {

  CustomerImportRecords(JdbcClient jdbc) {
    super(
        "customer_import",
        List.of("customers", "added", "changed", "left_out"),
        CustomerImport.class,
        jdbc);
  }

  static Map<String, Integer> figures(CustomerImportReport report) {
    return Map.of(
        "customers", report.customers(),
        "added", report.added(),
        "changed", report.changed(),
        "left_out", report.leftOut());
  }

  /** Puts an import without a review on record. */
  void imported(String fileName, String by, CustomerImportReport report, Instant now) {
    applied(uploaded(fileName, null, 0, by, now), figures(report), now);
  }
}
