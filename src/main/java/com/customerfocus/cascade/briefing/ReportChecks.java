package com.customerfocus.cascade.briefing;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Checks what a manager reports about a team, by the manager's calendar. */
@Component
public class ReportChecks {

  private final Briefings briefings;
  private final WorkingTime workingTime;
  private final Clock clock;

  ReportChecks(Briefings briefings, WorkingTime workingTime, Clock clock) {
    this.briefings = briefings;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /**
   * @param actor who reports it
   * @throws NotAllowedException when the briefing is another's to hold
   * @throws InvalidInputException when the report cannot be taken
   */
  public HeldBriefing check(long briefingId, BriefingReport report, Actor actor) {
    var briefing = briefings.withTeam(briefingId);
    briefing.checkBriefs(actor);
    Inputs.check(report);
    var zone = workingTime.calendar(briefing.site()).zone();
    return HeldBriefing.of(report, briefing, zone, clock.instant());
  }
}
