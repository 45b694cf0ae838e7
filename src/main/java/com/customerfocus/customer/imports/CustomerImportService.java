package com.customerfocus.customer.imports;

import com.customerfocus.csv.RowError;
import com.customerfocus.csv.review.FileReview;
import com.customerfocus.csv.review.ReviewedFile;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Files that are to change customers, from their upload to the decision about them. */
@Service
public class CustomerImportService extends FileReview<CustomerImportPreview, CustomerImport> {

  private final CustomerImporter importer;

  CustomerImportService(CustomerImportRecords records, CustomerImporter importer, Clock clock) {
    super(records, "refusal.customer-import.not-administrator", clock);
    this.importer = importer;
  }

  @Override
  protected Checked<CustomerImportPreview> tryOut(ReviewedFile file) {
    var dryRun = importer.dryRun(file.content());
    return new Checked<>(dryRun.preview(), dryRun.fingerprint());
  }

  @Override
  protected CustomerImportPreview faulty(String problem, List<RowError> errors) {
    return new CustomerImportPreview(
        problem, errors, null, false, List.of(), List.of(), List.of(), null);
  }

  @Override
  protected Optional<Map<String, Integer>> importReviewed(ReviewedFile file) {
    return importer
        .importReviewed(file.content(), file.fingerprint())
        .map(CustomerImportRecords::figures);
  }
}
