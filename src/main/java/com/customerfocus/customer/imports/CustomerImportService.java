package com.customerfocus.customer.imports;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.csv.RowError;
import com.customerfocus.csv.review.FileReview;
import com.customerfocus.csv.review.ReviewedFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that are to change customers, from their upload to the decision about them. */
@Service
public class CustomerImportService extends FileReview<CustomerImportPreview, CustomerImport> {

  private final CustomerImportRecords records;
  private final CustomerImporter importer;
  private final CustomerImportWorkflow workflow;
  private final ObjectMapper json;

  CustomerImportService(
      CustomerImportRecords records,
      CustomerImporter importer,
      CustomerImportWorkflow workflow,
      ObjectMapper json,
      Clock clock) {
    super(
        records,
        "refusal.customer-import.not-administrator",
        "refusal.customer-import.file",
        clock);
    this.records = records;
    this.importer = importer;
    this.workflow = workflow;
    this.json = json;
  }

  /**
   * Keeps a file that did not come through Tasklist, and gives its review to the person who sent
   * it; returns the import's id.
   *
   * @param size bytes of the content
   * @throws NotAllowedException unless an administrator sends it
   */
  public long submit(String fileName, InputStreamSource content, long size, Actor by) {
    var id = uploaded(Optional.empty(), fileName, content, size, by);
    workflow.fileSubmitted(id, fileName, by.id());
    return id;
  }

  /** Keeps the preview, too: the engine keeps variables for years, and it has references. */
  @Override
  public CustomerImportPreview check(long id) {
    var preview = super.check(id);
    try {
      records.shown(id, json.writeValueAsString(preview));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A preview is always JSON", e);
    }
    return preview;
  }

  /** What the reviewer of a file sees. */
  @Transactional(readOnly = true)
  public CustomerImportPreview preview(long id) {
    return records.preview(id).map(this::read).orElseGet(this::notKept);
  }

  private CustomerImportPreview read(String preview) {
    try {
      return json.readValue(preview, CustomerImportPreview.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A preview that was written can be read", e);
    }
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
