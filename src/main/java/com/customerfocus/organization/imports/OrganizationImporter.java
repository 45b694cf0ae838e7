package com.customerfocus.organization.imports;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.organization.ImportBusy;
import com.customerfocus.organization.OrganizationProperties;
import com.customerfocus.organization.OrganizationTables;
import com.customerfocus.organization.SitesWithoutCalendar;
import com.customerfocus.organization.changes.ReusedMails;
import com.customerfocus.organization.changes.UnusualChange;
import com.customerfocus.organization.imports.ImportPreview.Member;
import com.customerfocus.organization.imports.ImportPreview.Mover;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports the organization's file: people in the file work here, all others have left. Only
 * differences are written; the same file once more writes nothing.
 */
@Service
public class OrganizationImporter {

  private static final int MOST_ATTEMPTS = 3;

  private final OrganizationTables tables;
  private final OrganizationUpdate update;
  private final ImportRecords records;
  private final OrganizationProperties properties;
  private final WorkingTime workingTime;
  private final TransactionTemplate transaction;
  private final TransactionTemplate dryRun;
  private final Clock clock;

  public OrganizationImporter(
      OrganizationTables tables,
      OrganizationUpdate update,
      ImportRecords records,
      OrganizationProperties properties,
      WorkingTime workingTime,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.tables = tables;
    this.update = update;
    this.records = records;
    this.properties = properties;
    this.workingTime = workingTime;
    this.transaction = new TransactionTemplate(transactions);
    this.dryRun = new TransactionTemplate(transactions);
    this.dryRun.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /**
   * Imports a file without a name, for the program itself.
   *
   * @param csv with a header; read more than once
   * @throws InvalidFileException when the file has errors; nothing is changed then
   * @throws ImportBusy when another import is running; nothing is changed then
   */
  public ImportReport importFile(InputStreamSource csv) {
    return importFile(csv, "unnamed", null);
  }

  /**
   * The same, put on record when it changes anything. Accounts and groups of those who work in
   * Tasklist and memos on their way follow in the same transaction.
   *
   * @param fileName for the record
   * @param by id of the administrator; null for the program itself
   */
  public ImportReport importFile(InputStreamSource csv, String fileName, String by) {
    for (var attempt = 1; ; attempt++) {
      var file = read(csv);
      try {
        return transaction.execute(status -> importNow(file, fileName, by));
      } catch (PessimisticLockingFailureException e) {
        // The database ended this transaction in a deadlock with a reader's acknowledgement.
        if (attempt == MOST_ATTEMPTS) {
          throw new ImportBusy(e);
        }
      }
    }
  }

  private ImportReport importNow(CheckedFile file, String fileName, String by) {
    tables.lock();
    var diff = compare(file.tree(), clock.instant());
    var report = file.report(diff, update.apply(diff));
    if (!diff.isEmpty()) {
      var now = clock.instant();
      records.imported(fileName, by, report, now);
    }
    return report;
  }

  /**
   * What an import would be.
   *
   * @param fingerprint of the changes: other changes have another one
   * @param unusual fields that change for a large part of the organization; the report's warnings
   *     have them, too
   * @param reusedMails whether people get mail addresses of others; in the warnings, too
   * @param more how many people the lists leave out, in a sentence; null when none
   */
  public record DryRun(
      ImportReport report,
      boolean isEmpty,
      String fingerprint,
      List<UnusualChange> unusual,
      Optional<ReusedMails> reusedMails,
      List<Member> joiners,
      List<Member> leavers,
      List<Mover> movers,
      String more) {}

  /**
   * Imports the file in a transaction that is rolled back, so that it tells exactly what the import
   * would mean.
   *
   * @throws InvalidFileException when the file has errors
   * @throws ImportBusy when another import is running
   */
  public DryRun dryRun(InputStreamSource csv) {
    return dryRun(csv, clock.instant());
  }

  /**
   * The same.
   *
   * @param moment at which absences that are over do not count any more
   */
  DryRun dryRun(InputStreamSource csv, Instant moment) {
    var file = read(csv);
    return dryRun.execute(
        status -> {
          status.setRollbackOnly();
          tables.lock();
          var diff = compare(file.tree(), moment);
          var view = new OrganizationDiffView(tables, diff);
          return new DryRun(
              file.report(diff, update.tryOut(diff)),
              diff.isEmpty(),
              diff.fingerprint(),
              diff.unusual(),
              diff.reusedMails(),
              view.joiners(),
              view.leavers(),
              view.movers(),
              view.more());
        });
  }

  /**
   * Imports the file if its changes are those that an administrator reviewed.
   *
   * @param fingerprint of what was reviewed
   * @param moment of the dry run that was reviewed
   * @return empty when they are others; nothing is changed then
   */
  Optional<ImportReport> importReviewed(InputStreamSource csv, String fingerprint, Instant moment) {
    var file = read(csv);
    return transaction.execute(
        status -> {
          tables.lock();
          var diff = compare(file.tree(), moment);
          return diff.fingerprint().equals(fingerprint)
              ? Optional.of(file.report(diff, update.apply(diff)))
              : Optional.empty();
        });
  }

  private CheckedFile read(InputStreamSource csv) {
    var errors = new RowErrors();
    var tree = OrganizationTree.of(OrganizationFileReader.read(csv, errors), errors);
    SitesWithoutCalendar.sentence(tree.peopleBySite(), workingTime)
        .ifPresent(it -> errors.warning("%s", it));
    return new CheckedFile(tree, errors);
  }

  private OrganizationDiff compare(OrganizationTree tree, Instant moment) {
    var names = tables.namesOnRecord();
    var named = tree.named(names);
    var diff =
        OrganizationDiff.between(
            tables,
            names,
            named,
            new TasklistGroups(named, properties.handoffDepartments(), names.isEmpty()),
            update.compareAbsences(named, moment));
    update.addRightsByHand(diff);
    return diff;
  }
}
