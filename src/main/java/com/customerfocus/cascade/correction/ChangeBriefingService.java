package com.customerfocus.cascade.correction;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.briefing.BriefingHeld;
import com.customerfocus.cascade.briefing.BriefingReport;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.TeamAcknowledgements;
import com.customerfocus.cascade.receipt.Acknowledgements;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers briefing their teams on what has changed since the first briefing. */
@Service
@Transactional
public class ChangeBriefingService {

  private final Briefings briefings;
  private final WorkingTime workingTime;
  private final Acknowledgements acknowledgements;
  private final TeamAcknowledgements teamAcknowledgements;
  private final Clock clock;

  ChangeBriefingService(
      Briefings briefings,
      WorkingTime workingTime,
      Acknowledgements acknowledgements,
      TeamAcknowledgements teamAcknowledgements,
      Clock clock) {
    this.briefings = briefings;
    this.workingTime = workingTime;
    this.acknowledgements = acknowledgements;
    this.teamAcknowledgements = teamAcknowledgements;
    this.clock = clock;
  }

  /**
   * Records that a manager who had briefed the team before has briefed it on the change. Says
   * whether no receipt of the team is pending.
   *
   * @param actor who reports it; the manager has acknowledged the change thereby
   * @throws NotAllowedException when the briefing is another's to hold
   * @throws InvalidInputException when the report cannot be taken
   */
  public boolean changeBriefed(long briefingId, BriefingReport report, Actor actor) {
    var briefing = briefings.withTeam(briefingId);
    var held = BriefingHeld.of(report, briefing, actor, workingTime, clock);
    // Receipts before their briefing, as acknowledging does, so that neither waits for the other.
    acknowledgements.briefed(held.attendance(), held.by());
    briefings.changeBriefed(briefingId, held.attendance().version());
    return teamAcknowledgements.settle(briefingId);
  }
}
