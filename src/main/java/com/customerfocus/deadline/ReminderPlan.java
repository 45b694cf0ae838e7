package com.customerfocus.deadline;

import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Instant;

/**
 * Result of checking one briefing. Reminders missed while no node ran count as one.
 *
 * @param remind whether a reminder is due
 * @param late whether the last reminder and the time after it have passed
 * @param nextCheckAt null when there is nothing to come
 */
public record ReminderPlan(boolean remind, boolean late, Instant nextCheckAt) {

  /** No reminder is left. */
  public static final ReminderPlan NOTHING = new ReminderPlan(false, false, null);

  /**
   * Plan for a manager who has not briefed the team. There are no reminders after the due date.
   *
   * @param since end of the period that was processed before
   */
  public static ReminderPlan ofManager(
      Instant due, WorkingCalendar calendar, Instant since, Instant now) {
    var days = ReminderSchedule.OF_BRIEFINGS;
    return new ReminderPlan(
        days.fallBetween(since, now, due, calendar),
        false,
        days.next(now, due, calendar).orElse(null));
  }

  /**
   * Plan for a team with pending receipts.
   *
   * @param since end of the period that was processed before
   */
  public static ReminderPlan ofTeam(
      ReminderSchedule days, Instant due, WorkingCalendar calendar, Instant since, Instant now) {
    var remind = days.fallBetween(since, now, due, calendar);
    var next = days.next(now, due, calendar);
    if (next.isPresent()) {
      return new ReminderPlan(remind, false, next.get());
    }
    var late = days.late(due, calendar);
    if (remind) {
      // After a delayed reminder, people still get a day to acknowledge.
      return new ReminderPlan(true, false, later(late, calendar.after(now, WorkingAmount.days(1))));
    }
    return now.isBefore(late)
        ? new ReminderPlan(false, false, late)
        : new ReminderPlan(false, true, null);
  }

  /**
   * The same plan with a check at this moment if it comes before the next one.
   *
   * @param moment null for none
   */
  public ReminderPlan withCheckAt(Instant moment) {
    return moment == null || nextCheckAt != null && !moment.isBefore(nextCheckAt)
        ? this
        : new ReminderPlan(remind, late, moment);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
