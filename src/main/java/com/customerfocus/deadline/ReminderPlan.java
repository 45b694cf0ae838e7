package com.customerfocus.deadline;

import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Instant;

/**
 * What a look at one briefing finds. Reminders that were missed, because no node ran, count as one.
 *
 * @param remind whether somebody is to be reminded now
 * @param late whether every reminder is behind, and the time after it too
 * @param lookAgain when to look again; null when there is nothing to come
 */
public record ReminderPlan(boolean remind, boolean late, Instant lookAgain) {

  /** Nobody to remind any more. */
  public static final ReminderPlan NOTHING = new ReminderPlan(false, false, null);

  /**
   * For a manager who has not briefed the team. What happens after the due date is no reminder.
   *
   * @param since what was before has been seen to
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
   * For a team of which somebody has not answered.
   *
   * @param since what was before has been seen to
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
      // However late this reminder is, people get a day to follow it.
      return new ReminderPlan(true, false, later(late, calendar.after(now, WorkingAmount.days(1))));
    }
    return now.isBefore(late)
        ? new ReminderPlan(false, false, late)
        : new ReminderPlan(false, true, null);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
