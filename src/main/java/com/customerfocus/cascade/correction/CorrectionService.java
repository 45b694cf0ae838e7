package com.customerfocus.cascade.correction;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.CascadeService;
import com.customerfocus.cascade.CascadeState;
import com.customerfocus.cascade.Cascades;
import com.customerfocus.cascade.CorrectionKind;
import com.customerfocus.cascade.MemoVersion;
import com.customerfocus.cascade.MemoVersions;
import com.customerfocus.cascade.Review;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.receipt.Reattestations;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/**
 * Corrections of memos on their way: written by whoever launched the memo, released by a second
 * person, and, where what people should know or do has changed, taken to everyone who had answered.
 */
@Service
@Transactional
public class CorrectionService {

  /** So many are asked again in one transaction. */
  private static final int RECEIPTS_AT_ONCE = 10_000;

  private static final int BRIEFINGS_AT_ONCE = 200;
  private static final int MAX_COMMENT = 1_000;

  private final Cascades cascades;
  private final MemoVersions versions;
  private final Reattestations reattestations;
  private final Briefings briefings;
  private final OrganizationService organization;
  private final WorkingTime workingTime;
  private final NoticeService notices;
  private final CorrectionWorkflow workflow;
  private final Clock clock;

  CorrectionService(
      Cascades cascades,
      MemoVersions versions,
      Reattestations reattestations,
      Briefings briefings,
      OrganizationService organization,
      WorkingTime workingTime,
      NoticeService notices,
      CorrectionWorkflow workflow,
      Clock clock) {
    this.cascades = cascades;
    this.versions = versions;
    this.reattestations = reattestations;
    this.briefings = briefings;
    this.organization = organization;
    this.workingTime = workingTime;
    this.notices = notices;
    this.workflow = workflow;
    this.clock = clock;
  }

  /**
   * The launcher wants to correct the memo.
   *
   * @throws NotAllowedException when it is another launcher's
   * @throws InvalidInputException when the memo is on its way no longer, or a correction is worked
   *     on already
   */
  public void begin(long cascadeId, Actor by) {
    var cascade = cascades.get(cascadeId);
    CascadeService.checkLeads(by, cascade);
    if (cascade.state() != CascadeState.RUNNING) {
      throw over();
    }
    if (!workflow.correctionBegun(cascade)) {
      throw new InvalidInputException(
          "A correction of this memo is being worked on already. Wait until it is published, or drop it first.");
    }
  }

  /** What the form of a correction shows first: the memo as it is. */
  @Transactional(readOnly = true)
  public Correction correction(long cascadeId) {
    return Correction.of(cascades.memo(cascadeId));
  }

  /**
   * Keeps the correction as its author typed it, to be reviewed, or drops it.
   *
   * @return whether it was dropped
   * @throws NotAllowedException when it is another launcher's
   * @throws InvalidInputException when it cannot be taken
   */
  public boolean record(long cascadeId, Correction correction, Actor author) {
    CascadeService.checkLeads(author, cascades.get(cascadeId));
    var dropped = correction.isDropped();
    if (dropped) {
      versions.dropDraft(cascadeId);
    } else {
      var memo = cascades.memo(cascadeId);
      correction.check(memo);
      versions.saveDraft(cascadeId, correction, correction.applyTo(memo), author.id());
    }
    return dropped;
  }

  /**
   * Looks at what the reviewer decided.
   *
   * @throws NotAllowedException when the reviewer is not of the group communications
   * @throws InvalidInputException when the reviewer is the author, or a word to the author is
   *     missing
   */
  public void reviewed(long cascadeId, Review review, Actor reviewer) {
    checkReviews(cascadeId, reviewer);
    if (Review.REVISE.equals(review.decision())) {
      if (!StringUtils.hasText(review.comment())) {
        throw new InvalidInputException("Tell the author what to change.");
      }
      if (review.comment().length() > MAX_COMMENT) {
        throw new InvalidInputException("The reason is too long: at most 1,000 characters fit.");
      }
    } else if (!Review.RELEASE.equals(review.decision())) {
      throw new InvalidInputException("Choose what to do: release or revise.");
    }
  }

  /**
   * Makes the correction what everyone reads from now on. A material one gives people time to
   * answer: where less than the days to acknowledge are left, the cascade closes later.
   *
   * @return whether it is material
   * @throws NotAllowedException when the reviewer is not of the group communications
   * @throws InvalidInputException when the memo is on its way no longer
   */
  public boolean publish(long cascadeId, Actor reviewer) {
    checkReviews(cascadeId, reviewer);
    var draft = draft(cascadeId);
    var material = draft.kind() == CorrectionKind.MATERIAL;
    var cascade = cascades.get(cascadeId);
    var closesAt = material ? closingDate(cascade) : cascade.closesAt();
    if (!versions.publish(cascadeId, draft, reviewer.id(), closesAt, clock.instant())) {
      throw over();
    }
    workflow.memoCorrected(cascadeId, draft.title(), closesAt);
    return material;
  }

  private void checkReviews(long cascadeId, Actor reviewer) {
    CascadeService.checkReviews(reviewer, cascades.get(cascadeId), draft(cascadeId).writtenBy());
  }

  private Instant closingDate(Cascade cascade) {
    var site = organization.person(cascade.launchedBy()).map(Person::site).orElse(null);
    var enough =
        workingTime
            .calendar(site)
            .after(clock.instant(), WorkingAmount.days(cascade.daysToAcknowledge()));
    return enough.isAfter(cascade.closesAt()) ? enough : cascade.closesAt();
  }

  /**
   * Asks some of those again who had answered an earlier version, then some of the managers who had
   * briefed their teams. Says whether anybody is left to be asked.
   */
  public boolean askAgain(long cascadeId) {
    var people = reattestations.lockToAsk(cascadeId, RECEIPTS_AT_ONCE);
    if (!people.isEmpty()) {
      reattestations.askAgain(people);
      notices.record(
          MemoChangedRenderer.KIND, MemoChangedRenderer.RECIPIENTS, Map.of("receipts", people));
    }
    // Only when everyone has been asked is it known whose teams wait for somebody.
    var areReadersLeft = reattestations.isAnyToAsk(cascadeId) || askManagers(cascadeId);
    if (!areReadersLeft) {
      versions.asked(cascadeId);
    }
    return areReadersLeft;
  }

  private boolean askManagers(long cascadeId) {
    var outdated = briefings.lockOutdated(cascadeId, BRIEFINGS_AT_ONCE);
    if (!outdated.isEmpty()) {
      var waiting = briefings.askForChange(outdated);
      if (!waiting.isEmpty()) {
        workflow.changesDue(withDueDates(cascadeId, briefings.withTeams(waiting)));
      }
    }
    return briefings.isAnyOutdated(cascadeId);
  }

  /** They have as long as for the first briefing, but not longer than the cascade runs. */
  private List<TeamBriefing> withDueDates(long cascadeId, List<TeamBriefing> changed) {
    var cascade = cascades.get(cascadeId);
    return changed.stream().map(briefing -> briefing.dueAt(due(cascade, briefing.site()))).toList();
  }

  private Instant due(Cascade cascade, String site) {
    var due =
        workingTime
            .calendar(site)
            .after(clock.instant(), WorkingAmount.days(cascade.daysToBrief()));
    return due.isBefore(cascade.closesAt()) ? due : cascade.closesAt();
  }

  private MemoVersion draft(long cascadeId) {
    return versions
        .draft(cascadeId)
        .orElseThrow(() -> new IllegalStateException("No correction of cascade " + cascadeId));
  }

  private static InvalidInputException over() {
    return new InvalidInputException(
        "This memo is on its way no longer: everyone was reached, or it was closed or withdrawn. It cannot be corrected any more.");
  }
}
