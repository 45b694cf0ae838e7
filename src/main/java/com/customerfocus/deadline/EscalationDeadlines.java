package com.customerfocus.deadline;

import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When what is late goes one level up, in the working time of the person concerned. */
@Component
public class EscalationDeadlines {

  private final WorkingTime workingTime;
  private final Clock clock;
  private final int days;

  EscalationDeadlines(WorkingTime workingTime, Clock clock, EscalationProperties settings) {
    this.workingTime = workingTime;
    this.clock = clock;
    this.days = settings.unblockAfterDays();
  }

  /** When a briefing that was due then is so late that a manager above has to unblock it. */
  public Instant overdueAt(Instant due, String site) {
    return workingTime.calendar(site).after(due, WorkingAmount.days(days));
  }

  /** Until when a manager who is asked now has to answer. */
  public Instant answerBy(String site) {
    return inDays(days, site);
  }

  /** This number of working days from now. */
  public Instant inDays(int workingDays, String site) {
    return workingTime.calendar(site).after(clock.instant(), WorkingAmount.days(workingDays));
  }
}
