package com.customerfocus.organization.imports;

import com.customerfocus.csv.RowError;
import com.customerfocus.csv.review.FileReview;
import com.customerfocus.csv.review.ReviewedFile;
import com.customerfocus.organization.changes.ChangeTexts;
import com.customerfocus.organization.changes.ReviewedChanges;
import com.customerfocus.organization.imports.ImportPreview.Line;
import com.customerfocus.organization.imports.OrganizationImporter.DryRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;

/** Files that are to change the organization, from their upload to the decision about them. */
@Service
public class ImportService extends FileReview<ImportPreview, OrganizationImport> {

  /** Most departments that a form keeps by name. */
  private static final int SHOWN_DEPARTMENTS = 200;

  private final OrganizationImporter importer;
  private final ChangeTexts texts;

  /** A file makes accounts and gives roles, administrators' too. */
  ImportService(
      ImportRecords records, OrganizationImporter importer, ChangeTexts texts, Clock clock) {
    super(records, "refusal.import.not-administrator", "refusal.import.file", clock);
    this.importer = importer;
    this.texts = texts;
  }

  @Override
  protected Checked<ImportPreview> tryOut(ReviewedFile file) {
    var dryRun = importer.dryRun(csv(file), file.uploadedAt());
    return new Checked<>(changes(dryRun, file.importedBy()), dryRun.fingerprint());
  }

  @Override
  protected ImportPreview faulty(String problem, List<RowError> errors) {
    return new ImportPreview(
        problem, errors, null, null, null, false, List.of(), List.of(), List.of(), List.of(),
        List.of(), null);
  }

  private ImportPreview changes(DryRun dryRun, String readerId) {
    var report = dryRun.report();
    var changes =
        new ReviewedChanges(
            report.changes(),
            dryRun.unusual(),
            dryRun.reusedMails(),
            report.newDepartments(),
            report.closedDepartments());
    return new ImportPreview(
        null,
        List.of(),
        report.shortened(SHOWN_DEPARTMENTS),
        texts.summaryHtml(changes, readerId),
        texts.changesHtml(changes, readerId),
        dryRun.isEmpty(),
        lines(report.consequences()),
        lines(report.warnings().stream().filter(it -> !changes.tells(it)).toList()),
        dryRun.joiners(),
        dryRun.leavers(),
        dryRun.movers(),
        dryRun.more());
  }

  private static List<Line> lines(List<String> sentences) {
    return sentences.stream().map(Line::new).toList();
  }

  @Override
  protected Optional<Map<String, Integer>> importReviewed(ReviewedFile file) {
    return importer
        .importReviewed(csv(file), file.fingerprint(), file.uploadedAt())
        .map(ImportRecords::figures);
  }

  /**
   * In memory: the dry run has a transaction of its own, which does not see a file that was
   * uploaded in this one.
   */
  private static ByteArrayResource csv(ReviewedFile file) {
    try (var content = file.content().getInputStream()) {
      return new ByteArrayResource(content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
