package com.customerfocus.organization;

import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.organization.CheckedFile.Member;
import com.customerfocus.organization.CheckedFile.Mover;
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

  OrganizationService(
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
      var findings = new Findings();
      var organization = read(csv, findings);
      try {
        return transaction.execute(status -> importNow(organization, findings, fileName, by));
      } catch (PessimisticLockingFailureException e) {
        // Of it and somebody who was answering a memo, one had to give way to the other.
        if (attempt == MOST_ATTEMPTS) {
          throw new ImportBusy(e);
        }
      }
    }
  }

  private ImportReport importNow(
      Organization organization, Findings findings, String fileName, String by) {
    tables.lock();
    var changes = compare(organization);
    var report = apply(organization, changes, findings);
    if (!changes.isEmpty()) {
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
  record Rehearsal(
      ImportReport report,
      boolean isEmpty,
      String fingerprint,
      List<Member> joiners,
      List<Member> leavers,
      List<Mover> movers,
      String more) {}

  Rehearsal rehearse(InputStreamSource csv) {
    var findings = new Findings();
    var organization = read(csv, findings);
    return rehearsal.execute(
        status -> {
          status.setRollbackOnly();
          tables.lock();
          var changes = compare(organization);
          var names = new ChangeNames(tables, changes);
          write(changes);
          return new Rehearsal(
              report(organization, changes, follow(changes, true), findings),
              changes.isEmpty(),
              changes.fingerprint(),
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
  Optional<ImportReport> importReviewed(InputStreamSource csv, String fingerprint) {
    var findings = new Findings();
    var organization = read(csv, findings);
    return transaction.execute(
        status -> {
          tables.lock();
          var changes = compare(organization);
          return changes.fingerprint().equals(fingerprint)
              ? Optional.of(apply(organization, changes, findings))
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

  private Organization read(InputStreamSource csv, Findings findings) {
    return Organization.of(
        OrganizationFileReader.read(csv, findings), properties.handoffDepartments(), findings);
  }

  private Changes compare(Organization organization) {
    return Changes.between(
        tables,
        organization,
        new TasklistGroups(
            organization, properties.handoffDepartments(), tables.countActive() == 0));
  }

  private ImportReport apply(Organization organization, Changes changes, Findings findings) {
    write(changes);
    if (changes.accountsChanged()) {
      accounts.synchronize(changes.accounts(), changes.managedGroups(), changes.formerAccounts());
    }
    absences.apply(organization);
    return report(organization, changes, follow(changes, false), findings);
  }

  private void write(Changes changes) {
    tables.insertDepartments(changes.newDepartments());
    tables.updateDepartments(changes.changedDepartments());
    tables.insertPeople(changes.newPeople());
    tables.updatePeople(changes.changedPeople());
  }

  /** What it means for whatever follows the organization. */
  private List<String> follow(Changes changes, boolean isRehearsal) {
    var changed = new OrganizationChanged(changes.leavers(), isRehearsal);
    if (changes.isAnybodyElsewhere()) {
      events.publishEvent(changed);
    }
    return changed.consequences();
  }

  private static ImportReport report(
      Organization organization, Changes changes, List<String> consequences, Findings findings) {
    warn(organization, changes, findings);
    return new ImportReport(
        organization.entries().size(),
        changes.joiners(),
        changes.leavers().size(),
        changes.moves(),
        changes.openedDepartments(),
        changes.endedDepartments().stream().map(Department::name).toList(),
        consequences,
        List.copyOf(findings.warnings()));
  }

  private static void warn(Organization organization, Changes changes, Findings findings) {
    if (changes.leavers().size() > changes.peopleBefore() / 10) {
      findings.warning(
          "%,d of %,d people are not in the file, which means that they have left. If the file is not"
              + " complete, import the complete one: they come back with it.",
          changes.leavers().size(), changes.peopleBefore());
    }
    for (var department : changes.endedDepartments()) {
      findings.warning("The department '%s' has no people any more.", department.name());
    }
    var withoutMail =
        organization.entries().stream().filter(it -> Objects.isNull(it.person().mail())).count();
    if (withoutMail > 0) {
      findings.warning(
          "People without a mail address: %,d. Only their managers can tell them of a memo.",
          withoutMail);
    }
    FileAbsences.warn(organization, changes, findings);
    warnOfRoles(organization, changes, findings);
  }

  private static void warnOfRoles(Organization organization, Changes changes, Findings findings) {
    if (!organization.saysRoles()) {
      if (changes.seniorOfficerIsTheTop()) {
        findings.warning(
            "The file has no column 'roles'. So %s, who is at the top, is the senior officer who"
                + " may launch memos; an administrator can give the other roles in Camunda Admin.",
            organization.top().who());
      }
      return;
    }
    if (!changes.hasMembers(Groups.SENIOR_OFFICERS)) {
      findings.warning("Nobody has the role 'senior-officer', so nobody can launch a memo.");
    }
    if (!changes.hasMembers(Groups.COMMUNICATIONS)) {
      findings.warning("Nobody has the role 'communications', so nobody can release a memo.");
    }
  }
}
