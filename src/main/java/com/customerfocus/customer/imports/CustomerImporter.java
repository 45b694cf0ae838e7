package com.customerfocus.customer.imports;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.customer.imports.CustomerImportPreview.Change;
import com.customerfocus.customer.imports.CustomerImportPreview.FieldChange;
import com.customerfocus.customer.imports.CustomerImportPreview.Line;
import com.customerfocus.customer.imports.CustomerStage.Load;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports customers: all of a file or nothing. Only differences are written, the same file once
 * more writes nothing; customers on file who are not in it stay.
 */
@Service
public class CustomerImporter {

  private static final int MOST_SHOWN = 200;

  private final CustomerStage stage;
  private final CustomerImportRecords records;
  private final TransactionTemplate transaction;
  private final TransactionTemplate nested;
  private final Clock clock;

  CustomerImporter(
      CustomerStage stage,
      CustomerImportRecords records,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.stage = stage;
    this.records = records;
    this.transaction = new TransactionTemplate(transactions);
    // The file may have been uploaded in the same transaction, which no other one would see; and
    // errors that are found undo the comparison only.
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
  }

  /** What a dry run found; other changes have another fingerprint. */
  record DryRun(CustomerImportPreview preview, String fingerprint) {}

  /**
   * Imports a file; it is put on record when it changes anything.
   *
   * @param by login of the one who imports; null for the program itself
   * @throws InvalidFileException when the file has errors; nothing is changed then
   */
  public CustomerImportReport importFile(InputStreamSource csv, String fileName, String by) {
    return transaction.execute(
        status -> {
          stage.lock();
          var load = stage.load();
          var report = compareFile(csv, load);
          if (!report.isEmpty()) {
            var now = clock.instant();
            stage.apply(load.id, now);
            records.imported(fileName, by, report, now);
          }
          return report;
        });
  }

  /**
   * Imports one customer, told by another system; not put on record as an import.
   *
   * @throws InvalidFileException when a value is wrong; nothing is changed then
   */
  CustomerImportReport importOne(String reference, InputStreamSource csv) {
    return transaction.execute(
        status -> {
          stage.lock(reference);
          var load = stage.load();
          var report = compare(csv, load);
          if (!report.isEmpty()) {
            stage.apply(load.id, clock.instant());
          }
          return report;
        });
  }

  /**
   * What an import would change; changes nothing.
   *
   * @throws InvalidFileException when the file has errors
   */
  public CustomerImportReport tryOut(InputStreamSource csv) {
    return dryRun(csv).preview().report();
  }

  DryRun dryRun(InputStreamSource csv) {
    return nested.execute(
        status -> {
          status.setRollbackOnly();
          stage.lock();
          var load = stage.load();
          var report = compareFile(csv, load);
          var view = new View(load);
          return new DryRun(view.of(report), view.fingerprint());
        });
  }

  /**
   * Imports the file if its changes are those that were reviewed.
   *
   * @return empty when they are others; nothing is changed then
   */
  Optional<CustomerImportReport> importReviewed(InputStreamSource csv, String fingerprint) {
    return nested.execute(
        status -> {
          stage.lock();
          var load = stage.load();
          var report = compareFile(csv, load);
          if (!new View(load).fingerprint().equals(fingerprint)) {
            stage.discard(load.id);
            return Optional.empty();
          }
          stage.apply(load.id, clock.instant());
          return Optional.of(report);
        });
  }

  /** Stages what differs. The transaction is to be rolled back when the file has errors. */
  private CustomerImportReport compareFile(InputStreamSource csv, Load load) {
    return compare(csv, load, stage::analyze);
  }

  private CustomerImportReport compare(InputStreamSource csv, Load load) {
    return compare(csv, load, () -> {});
  }

  private CustomerImportReport compare(InputStreamSource csv, Load load, Runnable whenStaged) {
    var errors = new RowErrors();
    var content = CustomerFileReader.read(csv, load, errors);
    load.flush();
    whenStaged.run();
    stage.check(load.id, errors);
    errors.refuseWhenThereAreErrors();
    stage.keepWhatIsNotSaid(load.id, content.present());
    stage.removeUnchanged(load.id);
    var added = stage.added(load.id);
    var changed = stage.staged(load.id) - added;
    var known = content.rows() - load.leftOut() - added;
    var before = stage.onFile();
    return new CustomerImportReport(
        before + added,
        added,
        changed,
        known - changed,
        before - known,
        load.leftOut(),
        errors.warnings());
  }

  /** Reads the differences once. */
  private class View {

    private final Map<CustomerColumn, Integer> fields = new TreeMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final MessageDigest digest;
    private int all;

    View(Load load) {
      try {
        digest = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-256", e);
      }
      stage.differences(
          load.id,
          difference -> {
            all++;
            difference.fields().forEach(field -> fields.merge(field, 1, Integer::sum));
            var what =
                difference.isNew()
                    ? "new"
                    : difference.fields().stream()
                        .map(CustomerColumn::title)
                        .collect(Collectors.joining(", "));
            digest.update(
                "%s %s\n".formatted(difference.reference(), what).getBytes(StandardCharsets.UTF_8));
            if (changes.size() < MOST_SHOWN) {
              changes.add(new Change(difference.line(), difference.reference(), what));
            }
          });
    }

    /** To be asked once. */
    String fingerprint() {
      return HexFormat.of().formatHex(digest.digest());
    }

    CustomerImportPreview of(CustomerImportReport report) {
      return new CustomerImportPreview(
          null,
          List.of(),
          report,
          report.isEmpty(),
          report.warnings().stream().map(Line::new).toList(),
          fields.entrySet().stream()
              .map(it -> new FieldChange(it.getKey().title(), it.getValue()))
              .toList(),
          changes,
          all == changes.size()
              ? null
              : String.format(
                  Locale.ENGLISH,
                  "%,d more customers are new or change but are not listed here.",
                  all - changes.size()));
    }
  }
}
