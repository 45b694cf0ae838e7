package com.customerfocus.organization.imports;

import com.customerfocus.access.Accounts;
import com.customerfocus.organization.OrganizationChanged;
import com.customerfocus.organization.OrganizationTables;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what an import changes: tables, accounts, absences, and what follows the organization. */
@Component
class OrganizationUpdate {

  private final OrganizationTables tables;
  private final Accounts accounts;
  private final FileAbsences absences;
  private final ApplicationEventPublisher events;

  OrganizationUpdate(
      OrganizationTables tables,
      Accounts accounts,
      FileAbsences absences,
      ApplicationEventPublisher events) {
    this.tables = tables;
    this.accounts = accounts;
    this.absences = absences;
    this.events = events;
  }

  /** What the file tells of absences that are not over at this moment. */
  AbsenceDiff compareAbsences(OrganizationTree tree, Instant moment) {
    return absences.compare(tree, moment);
  }

  /**
   * Adds what becomes of rights that were given or taken by hand, if the accounts change at all.
   */
  void addRightsByHand(OrganizationDiff diff) {
    if (diff.accountsChanged()) {
      diff.addRightsByHand(
          accounts.membershipChanges(diff.accounts(), diff.managedGroups().keySet()));
    }
  }

  /** Takes part in the caller's transaction; says what else it meant, in sentences. */
  List<String> apply(OrganizationDiff diff) {
    write(diff);
    if (diff.accountsChanged()) {
      accounts.synchronize(diff.accounts(), diff.managedGroups(), diff.formerAccounts());
    }
    absences.apply(diff.absences());
    return publish(diff, false);
  }

  /** For a transaction that is rolled back: writes what else depends on, and no accounts. */
  List<String> tryOut(OrganizationDiff diff) {
    write(diff);
    return publish(diff, true);
  }

  private void write(OrganizationDiff diff) {
    tables.insertDepartments(diff.newDepartments());
    tables.updateDepartments(diff.changedDepartments());
    tables.insertPeople(diff.newPeople());
    tables.updatePeople(diff.changedPeople());
  }

  private List<String> publish(OrganizationDiff diff, boolean isDryRun) {
    var changed =
        new OrganizationChanged(diff.leavers(), diff.movers(), diff.departments(), isDryRun);
    if (diff.hasMoves() || diff.changesGroups()) {
      events.publishEvent(changed);
    }
    return changed.consequences();
  }
}
