package com.customerfocus.cascade.reminder;

import com.customerfocus.testing.MovableClock;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Moves the clock to the times of reminders and runs the sweep. */
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

  /** Runs the sweep, as a node does in the background. */
  public void sweep() {
    while (reminders.remindDue()) {
      // Each round is a transaction of its own.
    }
  }

  /**
   * Sweeps a number of working days before (negative) or after the answers of this manager's team
   * are due.
   */
  public void sweepDaysFromDueDate(String manager, int days) {
    sweepDaysFrom("acknowledgements_due_at", manager, days);
  }

  /** Sweeps a number of working days before (negative) or after this manager's briefing is due. */
  public void sweepDaysFromBriefingDue(String manager, int days) {
    sweepDaysFrom("due_at", manager, days);
  }

  private void sweepDaysFrom(String column, String manager, int days) {
    moveToDaysFrom(column, manager, days);
    sweep();
  }

  /** Moves the clock without a sweep. */
  public void moveToDaysFromDueDate(String manager, int days) {
    moveToDaysFrom("acknowledgements_due_at", manager, days);
  }

  /** For the newest memo. */
  private void moveToDaysFrom(String column, String manager, int days) {
    // The first sweep after the memo was passed on counts the answers' due date.
    sweep();
    var due =
        jdbc.queryForObject(
            "select %s from briefing where manager_id = ? order by id desc fetch first row only"
                .formatted(column),
            OffsetDateTime.class,
            manager);
    clock.moveTo(workingDays(due.toInstant(), days));
  }

  /** Sweeps after a number of working days. */
  public void sweepInDays(int days) {
    clock.moveTo(workingDays(clock.instant(), days));
    sweep();
  }

  private Instant workingDays(Instant from, int days) {
    return workingTime.calendar("Madrid").after(from, WorkingAmount.days(days));
  }

  /** All reminders, from two days before to the manager's list of late people. */
  public void remindInVain(String manager) {
    sweepDaysFromDueDate(manager, -2);
    sweepDaysFromDueDate(manager, 0);
    sweepDaysFromDueDate(manager, 3);
    sweepInDays(1);
  }
}
