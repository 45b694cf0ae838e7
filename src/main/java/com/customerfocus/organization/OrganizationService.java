package com.customerfocus.organization;

import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.organization.absence.FileAbsences;
import com.customerfocus.organization.imports.ImportBusy;
import com.customerfocus.organization.imports.ImportPreview.Member;
import com.customerfocus.organization.imports.ImportPreview.Mover;
import com.customerfocus.organization.imports.ImportRecords;
import com.customerfocus.organization.imports.ImportReport;
import com.customerfocus.organization.imports.OrganizationDiff;
import com.customerfocus.organization.imports.OrganizationDiffView;
import com.customerfocus.organization.imports.OrganizationFileReader;
import com.customerfocus.organization.imports.OrganizationProperties;
import com.customerfocus.organization.imports.OrganizationTree;
import com.customerfocus.organization.imports.RowErrors;
import com.customerfocus.organization.imports.TasklistGroups;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who works here, and the import of the file that says so. */
@Service
public class OrganizationService {

  private static final int MOST_ATTEMPTS = 3;

  private final OrganizationTables tables;
  private final ImportRecords records;
  private final Accounts accounts;
  private final FileAbsences absences;
  private final OrganizationProperties properties;
  private final TransactionTemplate transaction;
  private final TransactionTemplate rehearsal;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  public OrganizationService(
      OrganizationTables tables,
      ImportRecords records,
      Accounts accounts,
      FileAbsences absences,
      OrganizationProperties properties,
      PlatformTransactionManager transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tables = tables;
    this.records = records;
    this.accounts = accounts;
    this.absences = absences;
    this.properties = properties;
    this.transaction = new TransactionTemplate(transactions);
    this.rehearsal = new TransactionTemplate(transactions);
    this.rehearsal.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.events = events;
    this.clock = clock;
  }

  /**
   * Makes this the organization: people in the file work here, all others have left. Those who work
   * in Tasklist get their accounts and groups, and memos on their way follow, in the same
   * transaction. Only differences are written; the same file once more writes nothing.
   *
   * @param csv CSV in UTF-8 with a header; read more than once when it has errors
   * @throws ImportRefused when the file has errors; nothing is changed then
   * @throws ImportBusy when another import is running; nothing is changed then
   */
  public ImportReport importFile(InputStreamSource csv) {
    return importFile(csv, "unnamed", null);
  }

  /**
   * The same, put on record when it changes anything.
   *
   * @param fileName for the record
   * @param by id of whoever imports it; null for the program itself
   */
  public ImportReport importFile(InputStreamSource csv, String fileName, String by) {
    for (var attempt = 1; ; attempt++) {
      var rowErrors = new RowErrors();
      var organizationTree = read(csv, rowErrors);
      try {
        return transaction.execute(status -> importNow(organizationTree, rowErrors, fileName, by));
      } catch (PessimisticLockingFailureException e) {
        // Of it and somebody who was answering a memo, one had to give way to the other.
        if (attempt == MOST_ATTEMPTS) {
          throw new ImportBusy(e);
        }
      }
    }
  }

  private ImportReport importNow(
      OrganizationTree organizationTree, RowErrors rowErrors, String fileName, String by) {
    tables.lock();
    var organizationDiff = compare(organizationTree);
    var report = apply(organizationTree, organizationDiff, rowErrors);
    if (!organizationDiff.isEmpty()) {
      var now = clock.instant();
      records.applied(records.uploaded(fileName, null, by, now), report, now);
    }
    return report;
  }

  /**
   * What {@link #importFile} would change; changes nothing. It is a rehearsal that is taken back,
   * so that it tells exactly what the import would mean.
   *
   * @throws ImportRefused when the file has errors
   * @throws ImportBusy when another import is running
   */
  public ImportReport previewFile(InputStreamSource csv) {
    return rehearse(csv).report();
  }

  /**
   * The import as it would be.
   *
   * @param fingerprint tells these changes from any others
   * @param more how many people the lists leave out, in a sentence; null when none
   */
  public record Rehearsal(
      ImportReport report,
      boolean isEmpty,
      String fingerprint,
      List<Member> joiners,
      List<Member> leavers,
      List<Mover> movers,
      String more) {}

  public Rehearsal rehearse(InputStreamSource csv) {
    var rowErrors = new RowErrors();
    var organizationTree = read(csv, rowErrors);
    return rehearsal.execute(
        status -> {
          status.setRollbackOnly();
          tables.lock();
          var organizationDiff = compare(organizationTree);
          var names = new OrganizationDiffView(tables, organizationDiff);
          write(organizationDiff);
          return new Rehearsal(
              report(organizationTree, organizationDiff, follow(organizationDiff, true), rowErrors),
              organizationDiff.isEmpty(),
              organizationDiff.fingerprint(),
              names.joiners(),
              names.leavers(),
              names.movers(),
              names.more());
        });
  }

  /**
   * Makes this the organization if the changes are those that somebody reviewed.
   *
   * @param fingerprint of what was reviewed
   * @return empty when they are others; nothing is changed then
   */
  public Optional<ImportReport> importReviewed(InputStreamSource csv, String fingerprint) {
    var rowErrors = new RowErrors();
    var organizationTree = read(csv, rowErrors);
    return transaction.execute(
        status -> {
          tables.lock();
          var organizationDiff = compare(organizationTree);
          return organizationDiff.fingerprint().equals(fingerprint)
              ? Optional.of(apply(organizationTree, organizationDiff, rowErrors))
              : Optional.empty();
        });
  }

  /** Until the caller's transaction ends, nobody imports: the organization stays as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void holdStill() {
    tables.lock();
  }

  /** The person, also when they have left; empty when they never worked here. */
  public Optional<Person> person(String id) {
    return tables.person(id);
  }

  /** These people in no particular order, also those who have left, without the unknown. */
  public List<Person> people(Collection<String> ids) {
    return tables.people(ids);
  }

  /** The departments that have people, by name. */
  public List<Department> departments() {
    return tables.departments().stream()
        .filter(StoredDepartment::active)
        .map(StoredDepartment::department)
        .toList();
  }

  private OrganizationTree read(InputStreamSource csv, RowErrors rowErrors) {
    return OrganizationTree.of(
        OrganizationFileReader.read(csv, rowErrors), properties.handoffDepartments(), rowErrors);
  }

  private OrganizationDiff compare(OrganizationTree organizationTree) {
    return OrganizationDiff.between(
        tables,
        organizationTree,
        new TasklistGroups(
            organizationTree, properties.handoffDepartments(), tables.countActive() == 0));
  }

  private ImportReport apply(
      OrganizationTree organizationTree, OrganizationDiff organizationDiff, RowErrors rowErrors) {
    write(organizationDiff);
    if (organizationDiff.accountsChanged()) {
      accounts.synchronize(
          organizationDiff.accounts(),
          organizationDiff.managedGroups(),
          organizationDiff.formerAccounts());
    }
    absences.apply(organizationTree);
    return report(organizationTree, organizationDiff, follow(organizationDiff, false), rowErrors);
  }

  private void write(OrganizationDiff organizationDiff) {
    tables.insertDepartments(organizationDiff.newDepartments());
    tables.updateDepartments(organizationDiff.changedDepartments());
    tables.insertPeople(organizationDiff.newPeople());
    tables.updatePeople(organizationDiff.changedPeople());
  }

  /** What it means for whatever follows the organization. */
  private List<String> follow(OrganizationDiff organizationDiff, boolean isRehearsal) {
    var changed = new OrganizationChanged(organizationDiff.leavers(), isRehearsal);
    if (organizationDiff.hasMoves()) {
      events.publishEvent(changed);
    }
    return changed.consequences();
  }

  private static ImportReport report(
      OrganizationTree organizationTree,
      OrganizationDiff organizationDiff,
      List<String> consequences,
      RowErrors rowErrors) {
    warn(organizationTree, organizationDiff, rowErrors);
    return new ImportReport(
        organizationTree.entries().size(),
        organizationDiff.joiners(),
        organizationDiff.leavers().size(),
        organizationDiff.moves(),
        organizationDiff.openedDepartments(),
        organizationDiff.endedDepartments().stream().map(Department::name).toList(),
        consequences,
        List.copyOf(rowErrors.warnings()));
  }

  private static void warn(
      OrganizationTree organizationTree, OrganizationDiff organizationDiff, RowErrors rowErrors) {
    if (organizationDiff.leavers().size() > organizationDiff.peopleBefore() / 10) {
      rowErrors.warning(
          "%,d of %,d people are not in the file, which means that they have left. If the file is not"
              + " complete, import the complete one: they come back with it.",
          organizationDiff.leavers().size(), organizationDiff.peopleBefore());
    }
    for (var department : organizationDiff.endedDepartments()) {
      rowErrors.warning("The department '%s' has no people any more.", department.name());
    }
    var withoutMail =
        organizationTree.entries().stream()
            .filter(it -> Objects.isNull(it.person().mail()))
            .count();
    if (withoutMail > 0) {
      rowErrors.warning(
          "People without a mail address: %,d. Only their managers can tell them of a memo.",
          withoutMail);
    }
    FileAbsences.warn(organizationTree, organizationDiff, rowErrors);
    warnOfRoles(organizationTree, organizationDiff, rowErrors);
  }

  private static void warnOfRoles(
      OrganizationTree organizationTree, OrganizationDiff organizationDiff, RowErrors rowErrors) {
    if (!organizationTree.saysRoles()) {
      if (organizationDiff.seniorOfficerIsTheTop()) {
        rowErrors.warning(
            "The file has no column 'roles'. So %s, who is at the top, is the senior officer who"
                + " may launch memos; an administrator can give the other roles in Camunda Admin.",
            organizationTree.top().who());
      }
      return;
    }
    if (!organizationDiff.hasMembers(Groups.SENIOR_OFFICERS)) {
      rowErrors.warning("Nobody has the role 'senior-officer', so nobody can launch a memo.");
    }
    if (!organizationDiff.hasMembers(Groups.COMMUNICATIONS)) {
      rowErrors.warning("Nobody has the role 'communications', so nobody can release a memo.");
    }
  }
}
