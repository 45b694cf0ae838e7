package com.customerfocus.organization;

import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who works here, and the import of the file that says so. */
@Service
public class OrganizationService {

  private final OrganizationTables tables;
  private final Accounts accounts;
  private final FileAbsences absences;
  private final OrganizationProperties properties;
  private final TransactionTemplate transaction;

  OrganizationService(
      OrganizationTables tables,
      Accounts accounts,
      FileAbsences absences,
      OrganizationProperties properties,
      TransactionTemplate transaction) {
    this.tables = tables;
    this.accounts = accounts;
    this.absences = absences;
    this.properties = properties;
    this.transaction = transaction;
  }

  /**
   * Makes this the organization: people in the file work here, all others have left. Those who work
   * in Tasklist get their accounts and groups in the same transaction. Only differences are
   * written; the same file once more writes nothing.
   *
   * @param csv CSV in UTF-8 with a header; read more than once when it has errors
   * @throws ImportRefused when the file has errors; nothing is changed then
   * @throws ImportBusy when another import is running; nothing is changed then
   */
  public ImportReport importFile(InputStreamSource csv) {
    var findings = new Findings();
    var organization = read(csv, findings);
    return transaction.execute(
        status -> {
          tables.lock();
          return apply(organization, findings);
        });
  }

  /**
   * What {@link #importFile} would change; changes nothing.
   *
   * @throws ImportRefused when the file has errors
   */
  public ImportReport previewFile(InputStreamSource csv) {
    var findings = new Findings();
    var organization = read(csv, findings);
    return transaction.execute(status -> report(organization, compare(organization), findings));
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

  private ImportReport apply(Organization organization, Findings findings) {
    var changes = compare(organization);
    tables.insertDepartments(changes.newDepartments());
    tables.updateDepartments(changes.changedDepartments());
    tables.insertPeople(changes.newPeople());
    tables.updatePeople(changes.changedPeople());
    if (changes.accountsChanged()) {
      accounts.synchronize(changes.accounts(), changes.managedGroups(), changes.formerAccounts());
    }
    absences.apply(organization);
    return report(organization, changes, findings);
  }

  private static ImportReport report(
      Organization organization, Changes changes, Findings findings) {
    warn(organization, changes, findings);
    return new ImportReport(
        organization.entries().size(),
        changes.joiners(),
        changes.leavers(),
        changes.moves(),
        List.copyOf(findings.warnings()));
  }

  private static void warn(Organization organization, Changes changes, Findings findings) {
    if (changes.leavers() > changes.peopleBefore() / 10) {
      findings.warning(
          "%,d of %,d people are not in the file, which means that they have left. If the file is not"
              + " complete, import the complete one: they come back with it.",
          changes.leavers(), changes.peopleBefore());
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
