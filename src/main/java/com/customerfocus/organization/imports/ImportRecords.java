package com.customerfocus.organization.imports;

import com.customerfocus.csv.review.ReviewedFileRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code organization_import}. */
@Repository
class ImportRecords extends ReviewedFileRecords<OrganizationImport> {

  ImportRecords(JdbcClient jdbc) {
    super(
        "organization_import",
        List.of("people", "joiners", "leavers", "moves", "new_departments", "closed_departments"),
        OrganizationImport.class,
        jdbc);
  }

  static Map<String, Integer> figures(ImportReport report) {
    return Map.of(
        "people", report.people(),
        "joiners", report.joiners(),
        "leavers", report.leavers(),
        "moves", report.moves(),
        "new_departments", report.newDepartments().size(),
        "closed_departments", report.closedDepartments().size());
  }

  /** Puts an import without a review on record. */
  void imported(String fileName, String by, ImportReport report, Instant now) {
    applied(uploaded(fileName, null, 0, by, now), figures(report), now);
  }
}
