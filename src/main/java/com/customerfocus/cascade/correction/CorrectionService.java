package com.customerfocus.cascade.correction;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.CascadeEnding;
import com.customerfocus.cascade.CascadeState;
import com.customerfocus.cascade.Cascades;
import com.customerfocus.cascade.CorrectionKind;
import com.customerfocus.cascade.MemoVersion;
import com.customerfocus.cascade.MemoVersions;
import com.customerfocus.cascade.Review;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrections of memos on their way: written by the launcher, released by a second person. */
@Service
@Transactional
@Order(4)
public class CorrectionService implements CascadeEnding {

  private final Cascades cascades;
  private final MemoVersions versions;
  private final CorrectionWorkflow workflow;
  private final WorkingTime workingTime;
  private final Clock clock;

  CorrectionService(
      Cascades cascades,
      MemoVersions versions,
      CorrectionWorkflow workflow,
      WorkingTime workingTime,
      Clock clock) {
    this.cascades = cascades;
    this.versions = versions;
    this.workflow = workflow;
    this.workingTime = workingTime;
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
    cascade.checkLeads(by);
    if (cascade.state() != CascadeState.RUNNING) {
      throw over();
    }
    if (!workflow.correctionBegun(cascade)) {
      throw new InvalidInputException("refusal.correction.running");
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
    var cascade = cascades.get(cascadeId);
    cascade.checkLeads(author);
    var dropped = correction.isDropped();
    if (dropped) {
      versions.dropDraft(cascadeId);
    } else {
      var memo = cascades.memo(cascadeId);
      versions.saveDraft(cascadeId, correction.toVersion(cascade.version() + 1, memo, author.id()));
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
      review.requiredComment("refusal.review.what-to-change");
    } else if (!Review.RELEASE.equals(review.decision())) {
      throw new InvalidInputException("refusal.correction.review-decision");
    }
  }

  /**
   * Makes the correction what everyone reads from now on. A material one gives people time to
   * acknowledge: where less than the days for it are left, the cascade closes later.
   *
   * @return whether it is material
   * @throws NotAllowedException when the reviewer is not of the group communications
   * @throws InvalidInputException when the memo is on its way no longer
   */
  public boolean publish(long cascadeId, Actor reviewer) {
    checkReviews(cascadeId, reviewer);
    var draft = draft(cascadeId);
    var material = draft.kind() == CorrectionKind.MATERIAL;
    var closesAt = closingDate(cascadeId, material);
    if (!versions.publish(cascadeId, draft, reviewer.id(), closesAt, clock.instant())) {
      throw over();
    }
    workflow.memoCorrected(cascadeId, draft.title(), closesAt);
    return material;
  }

  private void checkReviews(long cascadeId, Actor reviewer) {
    cascades.get(cascadeId).checkReviews(reviewer, draft(cascadeId).writtenBy());
  }

  private Instant closingDate(long cascadeId, boolean material) {
    var cascade = cascades.get(cascadeId);
    if (!material) {
      return cascade.closesAt();
    }
    var enough =
        workingTime
            .calendar(cascades.launch(cascadeId).site())
            .after(clock.instant(), WorkingAmount.days(cascade.daysToAcknowledge()));
    return enough.isAfter(cascade.closesAt()) ? enough : cascade.closesAt();
  }

  /** Nothing is left to correct in a cascade that is over. */
  @Override
  public boolean endSome(long cascadeId) {
    workflow.correctionsEnded(cascadeId);
    return false;
  }

  private MemoVersion draft(long cascadeId) {
    return versions
        .draft(cascadeId)
        .orElseThrow(() -> new IllegalStateException("No correction of cascade " + cascadeId));
  }

  private static InvalidInputException over() {
    return new InvalidInputException("refusal.correction.over");
  }
}
