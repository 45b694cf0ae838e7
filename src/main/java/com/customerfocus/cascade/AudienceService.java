package com.customerfocus.cascade;

import com.customerfocus.organization.Department;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a memo is meant for: the dry run before its release, the receipts after it. */
@Service
@Transactional
public class AudienceService {

  private final Cascades cascades;
  private final Audience audience;
  private final OrganizationService organization;
  private final ManagementLine line;
  private final WorkingTime workingTime;
  private final Clock clock;

  AudienceService(
      Cascades cascades,
      Audience audience,
      OrganizationService organization,
      ManagementLine line,
      WorkingTime workingTime,
      Clock clock) {
    this.cascades = cascades;
    this.audience = audience;
    this.organization = organization;
    this.line = line;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /**
   * The dry run.
   *
   * @param memo the memo as its author typed it, before anything was cut
   */
  @Transactional(readOnly = true)
  public ReachReport reach(long cascadeId, MemoDraft memo) {
    var cascade = cascades.get(cascadeId);
    var draft = memo.tidy();
    var findings = new ArrayList<>(draft.problems().stream().map(ReachFinding::of).toList());
    var launcher = cascade.launchedBy();
    if (organization.person(launcher).isEmpty()) {
      findings.add(
          ReachFinding.blocks(
              launcher,
              "Is not in the organization's file: only someone who works here can launch a memo."));
      return unreachable(findings);
    }
    if (cascade.departmentId() != null && departmentFinding(cascade, findings)) {
      return unreachable(findings);
    }
    var head = head(cascade);
    var size = audience.size(launcher, head);
    if (size.people() == 0) {
      findings.add(
          ReachFinding.blocks(
              organization.person(launcher).map(Person::name).orElse(launcher),
              "Has nobody to pass the memo on to: choose a department."));
    }
    if (draft.bodyEs() == null && size.spanishReaders() > 0) {
      findings.add(
          ReachFinding.warns(
              String.format(Locale.ENGLISH, "%,d people who read Spanish", size.spanishReaders()),
              "Would get the memo in the language it is written in: add a Spanish text if you can."));
    }
    var closing = closingDate(cascade, size.levels(), size.launcherSite());
    findings.addAll(audience.findings(launcher, head, clock.instant(), closing));
    findings.sort(Comparator.comparing(ReachFinding::blocking).reversed());
    return new ReachReport(
        size.people(),
        size.levels(),
        size.teams(),
        audience.longestChain(launcher, head),
        LocalDate.ofInstant(closing, workingTime.calendar(size.launcherSite()).zone()),
        findings);
  }

  private ReachReport unreachable(List<ReachFinding> findings) {
    return new ReachReport(0, 0, 0, List.of(), LocalDate.now(clock), findings);
  }

  private boolean departmentFinding(Cascade cascade, List<ReachFinding> findings) {
    var departments = organization.departments();
    var department =
        departments.stream().filter(d -> d.id().equals(cascade.departmentId())).findFirst();
    if (department.isEmpty()) {
      findings.add(
          ReachFinding.blocks(
              "Audience",
              "There is no department \"%s\". There are: %s."
                  .formatted(
                      cascade.departmentId(),
                      departments.stream()
                          .map(Department::name)
                          .collect(Collectors.joining(", ")))));
      return true;
    }
    if (cascade.launchedBy().equals(department.get().headId())
        || line.isAbove(department.get().headId(), cascade.launchedBy())) {
      findings.add(
          ReachFinding.blocks(
              "Audience",
              "You belong to %s yourself: leave the audience empty to reach everyone below you."
                  .formatted(department.get().name())));
      return true;
    }
    return false;
  }

  /** Employee id of the head of the department the cascade is meant for, or null. */
  private String head(Cascade cascade) {
    return cascade.departmentId() == null
        ? null
        : organization.departments().stream()
            .filter(d -> d.id().equals(cascade.departmentId()))
            .map(Department::headId)
            .findFirst()
            .orElseThrow();
  }

  /** Opens a receipt for everyone in the audience and sets the closing date; says that date. */
  public Instant open(long cascadeId) {
    // An import that goes on beside would change people whom this one does not follow yet.
    organization.lock();
    var cascade = cascades.get(cascadeId);
    if (cascade.state() != CascadeState.DRAFT || cascade.releasedBy() == null) {
      throw new IllegalStateException("Cascade %d is not released".formatted(cascadeId));
    }
    var head = head(cascade);
    audience.openReceipts(cascadeId, cascade.launchedBy(), head);
    var depth = audience.depth(cascadeId);
    var closesAt = closingDate(cascade, depth.levels(), depth.launcherSite());
    cascades.opened(cascadeId, closesAt);
    return closesAt;
  }

  /**
   * Each level has its working days to brief, one after the other; then come those to acknowledge.
   */
  private Instant closingDate(Cascade cascade, int levels, String launcherSite) {
    var days = levels * cascade.daysToBrief() + cascade.daysToAcknowledge();
    return workingTime.calendar(launcherSite).after(clock.instant(), WorkingAmount.days(days));
  }
}
