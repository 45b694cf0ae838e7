package com.customerfocus.cascade.reminder;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.TeamAcknowledgements;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.receipt.Acknowledgements;
import com.customerfocus.deadline.DueDates;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follow-up of pending team members by their managers. */
@Service
@Transactional
public class FollowUpService {

  /** Working days until the manager gets the list again, if it is not empty by then. */
  private static final int DAYS_UNTIL_NEXT_LIST = 3;

  private final Briefings briefings;
  private final Acknowledgements acknowledgements;
  private final Reminders reminders;
  private final TeamAcknowledgements teamAcknowledgements;
  private final DueDates dueDates;
  private final Clock clock;

  FollowUpService(
      Briefings briefings,
      Acknowledgements acknowledgements,
      Reminders reminders,
      TeamAcknowledgements teamAcknowledgements,
      DueDates dueDates,
      Clock clock) {
    this.briefings = briefings;
    this.acknowledgements = acknowledgements;
    this.reminders = reminders;
    this.teamAcknowledgements = teamAcknowledgements;
    this.dueDates = dueDates;
    this.clock = clock;
  }

  /** Pending members of a briefing's team. */
  @Transactional(readOnly = true)
  public List<TeamBriefing.Member> pending(long briefingId) {
    return reminders.pending(briefingId).stream()
        .map(person -> new TeamBriefing.Member(person.personId(), person.name()))
        .toList();
  }

  /**
   * Records who of the team knows the memo by now and who is excused; a reader's acknowledgement in
   * the meantime stands.
   *
   * @throws NotAllowedException when the team is another's to follow up
   * @throws InvalidInputException when the report cannot be taken
   */
  public void followedUp(long briefingId, FollowUpReport report, Actor by) {
    var briefing = briefings.withTeam(briefingId);
    briefing.checkBriefs(by);
    Inputs.check(report);
    var attendance =
        briefing.attendance(
            briefing.version(), report.briefed(), report.excused(), report.excuseReason());
    // Receipts before their briefing, as acknowledging does, so that neither waits for the other.
    acknowledgements.record(attendance, by.id());
    if (!teamAcknowledgements.settle(briefingId)) {
      briefings.scheduleReminderCheck(
          briefingId, dueDates.after(clock.instant(), DAYS_UNTIL_NEXT_LIST, briefing.site()));
    }
  }
}
