package com.customerfocus.cascade.briefing;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.commitment.Commitments;
import com.customerfocus.cascade.culture.Culture;
import com.customerfocus.cascade.receipt.Acknowledgements;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers briefing their teams. */
@Service
@Transactional
public class BriefingService {

  private final Briefings briefings;
  private final WorkingTime workingTime;
  private final Acknowledgements acknowledgements;
  private final Commitments commitments;
  private final Culture culture;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BriefingService(
      Briefings briefings,
      WorkingTime workingTime,
      Acknowledgements acknowledgements,
      Commitments commitments,
      Culture culture,
      ApplicationEventPublisher events,
      Clock clock) {
    this.briefings = briefings;
    this.workingTime = workingTime;
    this.acknowledgements = acknowledgements;
    this.commitments = commitments;
    this.culture = culture;
    this.events = events;
    this.clock = clock;
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
    var briefing = briefings.withTeam(briefingId);
    var held = BriefingHeld.of(report, briefing, actor, workingTime, clock);
    var named = Culture.checked(report.culture());
    // Receipts before their briefing, as acknowledging does, so that neither waits for the other.
    acknowledgements.briefed(held.attendance(), held.by());
    if (!briefings.held(held)) {
      throw new InvalidInputException("refusal.briefing.recorded");
    }
    events.publishEvent(held);
    commitments.record(briefing.cascadeId(), report.commitments(), held.by());
    culture.record(briefing.cascadeId(), briefingId, briefing.managerId(), named, held.by());
  }
}
