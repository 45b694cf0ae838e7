package com.customerfocus.deadline;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Deadlines of escalations in the working time of the person concerned. */
@Component
public class EscalationDeadlines {

  private static final String PROPERTY = "customer-focus.cascades.unblock-after-days";
  private static final int MOST_DAYS = 60;

  private final WorkingTime workingTime;
  private final Clock clock;
  private final int days;

  EscalationDeadlines(
      WorkingTime workingTime, Clock clock, @Value("${" + PROPERTY + ":1}") int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidSettingException(
          "%s is %d.".formatted(PROPERTY, days),
          "Set it to the working days, from 1 to %d, after which an overdue briefing goes one level up."
              .formatted(MOST_DAYS));
    }
    this.workingTime = workingTime;
    this.clock = clock;
    this.days = days;
  }

  /** When a briefing with this due date goes to a manager to be unblocked. */
  public Instant overdueAt(Instant due, String site) {
    return workingTime.calendar(site).after(due, WorkingAmount.days(days));
  }

  /** Deadline for a manager who is asked now. */
  public Instant answerBy(String site) {
    return inDays(days, site);
  }

  /** A number of working days from now. */
  public Instant inDays(int workingDays, String site) {
    return workingTime.calendar(site).after(clock.instant(), WorkingAmount.days(workingDays));
  }
}
