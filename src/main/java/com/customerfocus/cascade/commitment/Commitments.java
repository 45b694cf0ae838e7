package com.customerfocus.cascade.commitment;

import com.customerfocus.cascade.Cascades;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.promise.NewPromise;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseService;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.promise.PromiseState;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Commitments of managers, each a promise in the ledger. */
@Component
public class Commitments {

  /** Source of a cascade's promises. */
  private static final String SOURCE = "cascade";

  private final Cascades cascades;
  private final PromiseService promises;
  private final PromiseReports reports;
  private final PersonalDueDates days;
  private final OrganizationService organization;

  Commitments(
      Cascades cascades,
      PromiseService promises,
      PromiseReports reports,
      PersonalDueDates days,
      OrganizationService organization) {
    this.cascades = cascades;
    this.promises = promises;
    this.reports = reports;
    this.days = days;
    this.organization = organization;
  }

  /**
   * Makes the promises. They outlive the cascade, even a withdrawn one.
   *
   * @param by employee id of the author
   * @throws InvalidInputException when one is invalid
   */
  public void record(long cascadeId, CommitmentInput input, String by) {
    var lines = input == null ? List.<String>of() : input.lines();
    if (lines.isEmpty()) {
      return;
    }
    var due = days.endOf(input.due(), by);
    var receiver = receiver(cascades.get(cascadeId).launchedBy(), by);
    var source = new PromiseSource(SOURCE, cascadeId);
    promises.make(
        lines.stream().map(line -> new NewPromise(by, receiver, line, due, source)).toList());
  }

  /** Number of a cascade's commitments by state. */
  public Map<PromiseState, Long> counts(long cascadeId) {
    return reports.counts(new PromiseSource(SOURCE, cascadeId));
  }

  /**
   * Commitments are made to the launcher; the launcher's own to the manager above or, at the top,
   * to the own department.
   */
  private Party receiver(String launcher, String by) {
    if (!launcher.equals(by)) {
      return Party.person(launcher);
    }
    var person = organization.person(by).orElseThrow();
    return person.managerId() == null
        ? Party.department(person.departmentId())
        : Party.person(person.managerId());
  }
}
