package com.customerfocus.cascade.correction;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.briefing.BriefingReport;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.ReportChecks;
import com.customerfocus.cascade.briefing.TeamAcknowledgements;
import com.customerfocus.cascade.receipt.Acknowledgements;
import com.customerfocus.support.InvalidInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers briefing their teams on what has changed since the first briefing. */
@Service
@Transactional
public class ChangeBriefingService {

  private final Briefings briefings;
  private final ReportChecks checks;
  private final Acknowledgements acknowledgements;
  private final TeamAcknowledgements teamAcknowledgements;

  ChangeBriefingService(
      Briefings briefings,
      ReportChecks checks,
      Acknowledgements acknowledgements,
      TeamAcknowledgements teamAcknowledgements) {
    this.briefings = briefings;
    this.checks = checks;
    this.acknowledgements = acknowledgements;
    this.teamAcknowledgements = teamAcknowledgements;
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
    var held = checks.check(briefingId, report, actor);
    var briefing = held.briefing();
    // Receipts before their briefing, as acknowledging does, so that neither waits for the other.
    acknowledgements.record(held.teamAttendance(), actor.id());
    if (actor.id().equals(briefing.managerId())) {
      acknowledgements.acknowledge(briefing.cascadeId(), actor.id(), held.version());
    }
    briefings.changeBriefed(briefingId, held.version());
    return teamAcknowledgements.settle(briefingId);
  }
}
