package com.customerfocus.customer.imports;

import com.customerfocus.csv.review.ReviewedFileRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code customer_import}. */
@Repository
class CustomerImportRecords extends ReviewedFileRecords<CustomerImport> {

  private final JdbcClient jdbc;

  CustomerImportRecords(JdbcClient jdbc) {
    super(
        "customer_import",
        List.of("customers", "added", "changed", "left_out"),
        CustomerImport.class,
        jdbc);
    this.jdbc = jdbc;
  }

  @Override
  protected String forgotten() {
    return "content = null, preview = null";
  }

  /** Keeps what the reviewer of a waiting file sees, as JSON. */
  void shown(long id, String preview) {
    jdbc.sql("update customer_import set preview = :preview where id = :id and content is not null")
        .param("preview", preview)
        .param("id", id)
        .update();
  }

  /** What the reviewer of a waiting file sees; empty when the file is not kept any more. */
  Optional<String> preview(long id) {
    return jdbc.sql("select preview from customer_import where id = :id and preview is not null")
        .param("id", id)
        .query(String.class)
        .optional();
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
