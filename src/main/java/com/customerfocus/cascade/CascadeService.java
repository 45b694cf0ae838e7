package com.customerfocus.cascade;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.correction.CorrectionWorkflow;
import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.cascade.receipt.Receipts;
import com.customerfocus.deadline.DueDates;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** A cascade from the memo's first draft to its outcome. */
@Service
@Transactional
public class CascadeService {

  /** So many briefings and receipts end in one transaction when a cascade is over. */
  private static final int BRIEFINGS_AT_ONCE = 200;

  private static final int RECEIPTS_AT_ONCE = 10_000;
  private static final int MAX_REASON = 1_000;
  private static final int MAX_CONCLUSION = 4_000;

  private final Cascades cascades;
  private final Briefings briefings;
  private final Receipts receipts;
  private final QuestionService questions;
  private final Audience audience;
  private final OrganizationService organization;
  private final ManagementLine line;
  private final CascadeWorkflow workflow;
  private final WorkingTime workingTime;
  private final DueDates dueDates;
  private final CorrectionWorkflow corrections;
  private final Clock clock;

  CascadeService(
      Cascades cascades,
      Briefings briefings,
      Receipts receipts,
      QuestionService questions,
      Audience audience,
      OrganizationService organization,
      ManagementLine line,
      CascadeWorkflow workflow,
      WorkingTime workingTime,
      DueDates dueDates,
      CorrectionWorkflow corrections,
      Clock clock) {
    this.cascades = cascades;
    this.briefings = briefings;
    this.receipts = receipts;
    this.questions = questions;
    this.audience = audience;
    this.organization = organization;
    this.line = line;
    this.workflow = workflow;
    this.workingTime = workingTime;
    this.dueDates = dueDates;
    this.corrections = corrections;
    this.clock = clock;
  }

  /**
   * Puts a memo on record as typed, or puts it on record again after its author revised it. What is
   * wrong with it, the dry run tells.
   *
   * @param cascadeId empty the first time
   * @param by the author
   * @throws NotAllowedException when it is another author's
   * @throws InvalidInputException when it is released already
   */
  public Cascade record(Optional<Long> cascadeId, MemoDraft memo, Actor by) {
    var draft = memo.tidy();
    var department = departmentKey(draft);
    cascadeId.ifPresent(id -> revise(id, draft, department, by));
    return cascades.get(
        cascadeId.orElseGet(() -> cascades.insert(draft, department, by.id(), clock.instant())));
  }

  private void revise(long cascadeId, MemoDraft draft, String department, Actor by) {
    checkLeads(by, cascades.get(cascadeId));
    if (!cascades.update(cascadeId, draft, department, by.id())) {
      throw new InvalidInputException(
          "This memo is released already, or withdrawn: it cannot be revised.");
    }
  }

  /** What becomes of a memo is up to the one who launched it. */
  public static void checkLeads(Actor by, Cascade cascade) {
    by.mustActFor(
        "Only the one who launched this memo, or who acts for them, decides about it.",
        cascade.launchedBy());
  }

  /**
   * A text is reviewed by a second person.
   *
   * @param writtenBy id of the one who wrote it, the launcher or who acts for them
   */
  public static void checkReviews(Actor by, Cascade cascade, String writtenBy) {
    by.mustActAsMemberOf(
        Groups.COMMUNICATIONS, "Only members of the group communications review a memo.");
    if (by.id().equals(cascade.launchedBy()) || by.id().equals(writtenBy)) {
      throw new InvalidInputException(
          "You wrote this memo yourself. Someone else of the group communications has to review"
              + " it.");
    }
  }

  /** The id of the department it names, or what was typed where there is none of that name. */
  private String departmentKey(MemoDraft memo) {
    if (memo.department() == null) {
      return null;
    }
    return organization.departments().stream()
        .filter(
            d ->
                d.name().equalsIgnoreCase(memo.department())
                    || d.id().equalsIgnoreCase(memo.department()))
        .map(Department::id)
        .findFirst()
        .orElse(memo.department().substring(0, Math.min(100, memo.department().length())));
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
    var findings = new ArrayList<>(draft.findings());
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
              "Would get the memo in the language it is written in: add a Spanish text if you"
                  + " can."));
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

  /**
   * Records what the reviewer decided.
   *
   * @throws NotAllowedException when the reviewer is not of the group communications
   * @throws InvalidInputException when the reviewer is the author, a word to the author is missing,
   *     or the memo is released already
   */
  public void reviewed(long cascadeId, Review review, Actor reviewer) {
    var cascade = cascades.get(cascadeId);
    checkReviews(reviewer, cascade, cascades.writtenBy(cascadeId));
    if (cascade.state() != CascadeState.DRAFT) {
      throw new InvalidInputException(
          "This memo is released already, or withdrawn: nothing is left to review.");
    }
    switch (review.decision() == null ? "" : review.decision()) {
      case Review.RELEASE -> cascades.released(cascadeId, reviewer.id(), clock.instant());
      case Review.REVISE -> reason(review.comment(), "Tell the author what to change.");
      case Review.WITHDRAW ->
          cascades.withdrawn(
              cascadeId,
              reviewer.id(),
              reason(review.comment(), "Tell the author why it is withdrawn."),
              clock.instant());
      default -> throw new InvalidInputException("Choose what to do: release, revise or withdraw.");
    }
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
    return dueDates.inDays(days, launcherSite);
  }

  /** The launcher is to brief the own team first. */
  public void startFirstBriefing(long cascadeId) {
    var launch = cascades.launch(cascadeId);
    var due = dueDates.inDays(launch.daysToBrief(), launch.site());
    var first = briefings.openFirst(cascadeId, launch.launchedBy(), due);
    workflow.briefingsDue(List.of(briefings.withTeam(first)));
  }

  /** Tells the process of each running cascade of whose audience nobody is pending any more. */
  public void settleReached() {
    for (var cascade : cascades.reached()) {
      if (cascades.markReached(cascade)) {
        workflow.audienceReached(cascade.id());
      }
    }
  }

  /** The audience was reached, or the closing date has come. */
  public void close(long cascadeId) {
    cascades.closed(cascadeId, clock.instant());
    corrections.correctionsEnded(cascadeId);
  }

  /**
   * Takes the memo back: from now on no page shows it.
   *
   * @throws NotAllowedException when it is another launcher's
   * @param what what the launcher chose to do
   * @throws InvalidInputException when that is another thing, or the reason is missing
   */
  public void withdraw(long cascadeId, Actor by, String what, String reason) {
    checkLeads(by, cascades.get(cascadeId));
    if (!Review.WITHDRAW.equals(what)) {
      throw new InvalidInputException("Choose what to do: correct the memo or withdraw it.");
    }
    cascades.withdrawn(
        cascadeId, by.id(), reason(reason, "Say why the memo is withdrawn."), clock.instant());
    corrections.correctionsEnded(cascadeId);
  }

  /**
   * Ends some of what is open in a cascade that is over: receipts lapse, briefings end, and if it
   * was withdrawn, questions too. Says whether anything is left to end.
   */
  public boolean endOpen(long cascadeId) {
    var now = clock.instant();
    receipts.lapse(cascadeId, RECEIPTS_AT_ONCE, now);
    workflow.briefingsEnded(briefings.endOpen(cascadeId, BRIEFINGS_AT_ONCE, now));
    var questionsLeft = questions.withdrawSome(cascadeId);
    return questionsLeft || receipts.isAnyPending(cascadeId) || briefings.isAnyOpen(cascadeId);
  }

  /**
   * Records what the launcher concludes from the outcome.
   *
   * @throws NotAllowedException when it is another launcher's
   */
  public void outcomeReviewed(long cascadeId, String conclusion, Actor by) {
    checkLeads(by, cascades.get(cascadeId));
    if (conclusion != null && conclusion.length() > MAX_CONCLUSION) {
      throw new InvalidInputException("The conclusion is too long: at most 4,000 characters fit.");
    }
    cascades.outcome(cascadeId, conclusion);
  }

  /** The reason as typed. InvalidInputException when it is missing or too long. */
  public static String reason(String text, String whenMissing) {
    if (!StringUtils.hasText(text)) {
      throw new InvalidInputException(whenMissing);
    }
    if (text.length() > MAX_REASON) {
      throw new InvalidInputException("The reason is too long: at most 1,000 characters fit.");
    }
    return text.strip();
  }
}
