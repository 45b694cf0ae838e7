package com.customerfocus.cascade;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.NameKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A cascade from the memo's first draft to its outcome. */
@Service
@Transactional
public class CascadeService {

  private final Cascades cascades;
  private final OrganizationService organization;
  private final CascadeWorkflow workflow;
  private final List<CascadeEnding> endings;
  private final Clock clock;

  CascadeService(
      Cascades cascades,
      OrganizationService organization,
      CascadeWorkflow workflow,
      List<CascadeEnding> endings,
      Clock clock) {
    this.cascades = cascades;
    this.organization = organization;
    this.workflow = workflow;
    this.endings = endings;
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
    cascades.get(cascadeId).checkLeads(by);
    if (!cascades.update(cascadeId, draft, department, by.id())) {
      throw new InvalidInputException("refusal.memo.released");
    }
  }

  /** The id of the department it names, or what was typed where there is none of that name. */
  private String departmentKey(MemoDraft memo) {
    if (memo.department() == null) {
      return null;
    }
    var typed = memo.department();
    var departments = organization.departments();
    return departments.stream()
        .filter(department -> NameKey.same(department.name(), typed))
        .findFirst()
        .or(
            () ->
                departments.stream()
                    .filter(department -> department.id().equalsIgnoreCase(typed))
                    .findFirst())
        .map(Department::id)
        .orElse(typed.substring(0, Math.min(100, typed.length())));
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
    cascade.checkReviews(reviewer, cascades.writtenBy(cascadeId));
    if (cascade.state() != CascadeState.DRAFT) {
      throw new InvalidInputException("refusal.memo.reviewed");
    }
    switch (review.decision() == null ? "" : review.decision()) {
      case Review.RELEASE -> cascades.released(cascadeId, reviewer.id(), clock.instant());
      case Review.REVISE -> review.requiredComment("refusal.review.what-to-change");
      case Review.WITHDRAW ->
          cascades.withdrawn(
              cascadeId,
              reviewer.id(),
              review.requiredComment("refusal.review.why-withdrawn"),
              clock.instant());
      default -> throw new InvalidInputException("refusal.review.decision");
    }
  }

  /** Tells the process of each running cascade without pending receipts. */
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
  }

  /**
   * Takes the memo back: from now on no page shows it.
   *
   * @throws NotAllowedException when it is another launcher's
   * @param what what the launcher chose to do
   * @throws InvalidInputException when that is another thing, or the reason is missing
   */
  public void withdraw(long cascadeId, Actor by, String what, String reason) {
    cascades.get(cascadeId).checkLeads(by);
    if (!Review.WITHDRAW.equals(what)) {
      throw new InvalidInputException("refusal.memo.change-decision");
    }
    Inputs.limited(reason, 1_000, "refusal.reason-too-long");
    var why = Inputs.required(reason, "refusal.memo.why-withdrawn");
    cascades.withdrawn(cascadeId, by.id(), why, clock.instant());
  }

  /** Ends some of what is open in a cascade that is over; says whether anything is left to end. */
  public boolean endOpen(long cascadeId) {
    var isAnyLeft = false;
    for (var ending : endings) {
      isAnyLeft |= ending.endSome(cascadeId);
    }
    return isAnyLeft;
  }

  /**
   * Records what the launcher concludes from the outcome.
   *
   * @throws NotAllowedException when it is another launcher's
   */
  public void outcomeReviewed(long cascadeId, String conclusion, Actor by) {
    cascades.get(cascadeId).checkLeads(by);
    Inputs.limited(conclusion, 4_000, "refusal.memo.conclusion-too-long");
    cascades.outcome(cascadeId, conclusion);
  }
}
