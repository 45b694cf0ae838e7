package com.customerfocus.customer.imports;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that are to change customers, from their upload to the decision about them. */
@Service
@Transactional
public class CustomerImportService {

  public static final String APPLY = "apply";
  public static final String DISCARD = "discard";

  /** Most errors in a form: enough for one round of corrections. */
  private static final int SHOWN_ERRORS = 200;

  private final CustomerImportRecords records;
  private final CustomerImporter importer;
  private final Clock clock;

  CustomerImportService(CustomerImportRecords records, CustomerImporter importer, Clock clock) {
    this.records = records;
    this.importer = importer;
    this.clock = clock;
  }

  /**
   * Keeps a file until it is decided about; says the import's id.
   *
   * @param replaced the import whose file this one takes the place of, if any
   * @throws NotAllowedException unless an administrator uploads it
   * @throws InvalidInputException when no file was chosen
   */
  public long uploaded(Optional<Long> replaced, String fileName, byte[] content, Actor by) {
    checkImports(by);
    if (Texts.isBlank(fileName)) {
      throw new InvalidInputException("refusal.customer-import.file");
    }
    var now = clock.instant();
    replaced.ifPresent(id -> records.replaced(id, fileName, content, now));
    return replaced.orElseGet(() -> records.uploaded(fileName, content, by.id(), now));
  }

  private static void checkImports(Actor by) {
    if (!by.isAdministrator()) {
      throw new NotAllowedException("refusal.customer-import.not-administrator");
    }
  }

  /** Finds out what is wrong with the file, or what it would change; changes nothing. */
  public CustomerImportPreview check(long importId) {
    try {
      var dryRun = importer.dryRun(csv(importId));
      records.checked(importId, dryRun.fingerprint());
      return dryRun.preview();
    } catch (InvalidFileException e) {
      records.checked(importId, null);
      return new CustomerImportPreview(
          e.getMessage(),
          e.errors().stream().limit(SHOWN_ERRORS).toList(),
          null,
          false,
          List.of(),
          List.of(),
          List.of(),
          null);
    }
  }

  /**
   * Takes the decision about a file.
   *
   * @throws NotAllowedException unless an administrator decides
   * @throws InvalidInputException when there is none, or a reason is missing
   */
  public void decide(long importId, String decision, String reason, Actor by) {
    checkImports(by);
    switch (decision == null ? "" : decision) {
      case APPLY -> {
        if (records.upload(importId).fingerprint() == null) {
          throw new InvalidInputException("refusal.import.errors");
        }
        records.decided(importId, by.id());
      }
      case DISCARD -> {
        Inputs.limited(reason, 1_000, "refusal.reason-too-long");
        var why = Inputs.required(reason, "refusal.import.reason");
        records.discarded(importId, by.id(), why, clock.instant());
      }
      default -> throw new InvalidInputException("refusal.import.decision");
    }
  }

  /**
   * Makes the changes, if they are still those that were reviewed. Says whether they were: another
   * import may have changed customers meanwhile.
   */
  public boolean apply(long importId) {
    var upload = records.upload(importId);
    try {
      var report = importer.importReviewed(csv(importId), upload.fingerprint());
      report.ifPresent(it -> records.applied(importId, it, clock.instant()));
      return report.isPresent();
    } catch (InvalidFileException e) {
      return false;
    }
  }

  /** What was imported, or was to be; newest first. */
  @Transactional(readOnly = true)
  public List<CustomerImport> imports(int offset, int limit) {
    return records.list(offset, limit);
  }

  private ByteArrayResource csv(long importId) {
    return new ByteArrayResource(records.upload(importId).content());
  }
}
