package com.customerfocus.cascade.briefing;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.commitment.Commitments;
import com.customerfocus.cascade.culture.Culture;
import com.customerfocus.cascade.receipt.Acknowledgements;
import com.customerfocus.support.InvalidInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers briefing their teams. */
@Service
@Transactional
public class BriefingService {

  private final Briefings briefings;
  private final ReportChecks checks;
  private final Acknowledgements acknowledgements;
  private final Commitments commitments;
  private final Culture culture;
  private final ApplicationEventPublisher events;

  BriefingService(
      Briefings briefings,
      ReportChecks checks,
      Acknowledgements acknowledgements,
      Commitments commitments,
      Culture culture,
      ApplicationEventPublisher events) {
    this.briefings = briefings;
    this.checks = checks;
    this.acknowledgements = acknowledgements;
    this.commitments = commitments;
    this.culture = culture;
    this.events = events;
  }

  /** A briefing with its team as it is now. */
  @Transactional(readOnly = true)
  public TeamBriefing briefing(long briefingId) {
    return briefings.withTeam(briefingId);
  }

  /**
   * Records that the briefing was held: the people who were there are briefed, and the manager, by
   * saying so, has acknowledged the memo. A substitute who held it in the manager's place has not:
   * substitutes get their own. What the manager or substitute promises to improve becomes promises
   * of theirs.
   *
   * @param actor who held it
   * @throws NotAllowedException when the briefing is another's to hold
   * @throws InvalidInputException when the report cannot be taken
   */
  public void held(long briefingId, BriefingReport report, Actor actor) {
    var held = checks.check(briefingId, report, actor);
    var briefing = held.briefing();
    var by = actor.id();
    var named = Culture.checked(report.culture());
    // Receipts before their briefing, as acknowledging does, so that neither waits for the other.
    acknowledgements.record(held.teamAttendance(), by);
    if (by.equals(briefing.managerId())) {
      acknowledgements.acknowledge(briefing.cascadeId(), by, held.version());
    }
    if (!briefings.held(held, by)) {
      throw new InvalidInputException("refusal.briefing.recorded");
    }
    events.publishEvent(new BriefingHeld(briefing, report, by, held.isLate()));
    commitments.record(briefing.cascadeId(), report.commitments(), by);
    culture.record(briefing.cascadeId(), briefingId, briefing.managerId(), named, by);
  }
}
