package com.customerfocus.cascade.reminder;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.CascadeWorkflow;
import com.customerfocus.cascade.briefing.Attendance;
import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.receipt.Receipts;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers seeing to those of their teams who have not answered. */
@Service
@Transactional
public class FollowUpService {

  /** After so long the manager gets the list again, if anyone is still on it. */
  private static final WorkingAmount UNTIL_NEXT_LIST = WorkingAmount.days(3);

  private final Briefings briefings;
  private final Receipts receipts;
  private final Reminders reminders;
  private final CascadeWorkflow workflow;
  private final WorkingTime workingTime;
  private final Clock clock;

  FollowUpService(
      Briefings briefings,
      Receipts receipts,
      Reminders reminders,
      CascadeWorkflow workflow,
      WorkingTime workingTime,
      Clock clock) {
    this.briefings = briefings;
    this.receipts = receipts;
    this.reminders = reminders;
    this.workflow = workflow;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /** Those of a briefing's team who have not answered. */
  @Transactional(readOnly = true)
  public List<TeamBriefing.Member> pending(long briefingId) {
    return reminders.pending(briefingId).stream()
        .map(person -> new TeamBriefing.Member(person.personId(), person.name()))
        .toList();
  }

  /**
   * Records who of the team knows the memo by now and who is excused; who has answered meanwhile
   * keeps the own answer.
   *
   * @throws NotAllowedException when the team is another's to follow up
   * @throws Refused when the report cannot be taken
   */
  public void followedUp(long briefingId, FollowUpReport report, Actor by) {
    var briefing = briefings.withTeam(briefingId);
    briefing.checkBriefs(by);
    var attendance =
        Attendance.of(briefing, report.briefed(), report.excused(), report.excuseReason());
    var now = clock.instant();
    // Receipts before their briefing, as whoever answers does, so that neither waits for the other.
    receipts.record(briefing, briefing.version(), attendance, by.id(), now);
    briefings.lock(briefingId);
    if (briefings.answered(briefingId, BriefingState.WAITING, now)) {
      workflow.teamAnswered(briefingId);
    } else {
      reminders.scheduleCheck(
          briefingId, workingTime.calendar(briefing.site()).after(now, UNTIL_NEXT_LIST));
    }
  }
}
