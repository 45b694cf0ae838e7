package com.customerfocus.cascade.reminder;

import com.customerfocus.testing.MovableClock;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Time that passes until people are reminded, and the looks for those it is time to remind. */
@TestComponent
public class ReminderSteps {

  private final ReminderService reminders;
  private final WorkingTime workingTime;
  private final MovableClock clock;
  private final JdbcTemplate jdbc;

  ReminderSteps(
      ReminderService reminders, WorkingTime workingTime, MovableClock clock, JdbcTemplate jdbc) {
    this.reminders = reminders;
    this.workingTime = workingTime;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** Looks, as a node does in the background. */
  public void look() {
    while (reminders.remindDue()) {
      // Each round is a transaction of its own.
    }
  }

  /** So many working days before (negative) or after the team of this manager is to answer. */
  public void lookDaysFromAnswersDue(String manager, int days) {
    lookDaysFrom("answers_due_at", manager, days);
  }

  /** So many working days before (negative) or after this manager is to have briefed the team. */
  public void lookDaysFromBriefingDue(String manager, int days) {
    lookDaysFrom("due_at", manager, days);
  }

  private void lookDaysFrom(String column, String manager, int days) {
    moveToDaysFrom(column, manager, days);
    look();
  }

  /** The same without looking. */
  public void moveToDaysFromAnswersDue(String manager, int days) {
    moveToDaysFrom("answers_due_at", manager, days);
  }

  /** Counts for the newest memo. */
  private void moveToDaysFrom(String column, String manager, int days) {
    // Answers are counted on the first look after the memo was passed on, which is soon.
    look();
    var due =
        jdbc.queryForObject(
            "select %s from briefing where manager_id = ? order by id desc fetch first row only"
                .formatted(column),
            OffsetDateTime.class,
            manager);
    clock.moveTo(workingDays(due.toInstant(), days));
  }

  /** So many working days from now. */
  public void lookInDays(int days) {
    clock.moveTo(workingDays(clock.instant(), days));
    look();
  }

  private Instant workingDays(Instant from, int days) {
    return workingTime.calendar("Madrid").after(from, WorkingAmount.days(days));
  }

  /** Reminders come from the first of two days before to the manager's list of who is late. */
  public void remindInVain(String manager) {
    lookDaysFromAnswersDue(manager, -2);
    lookDaysFromAnswersDue(manager, 0);
    lookDaysFromAnswersDue(manager, 3);
    lookInDays(1);
  }
}
