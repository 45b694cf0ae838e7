package com.customerfocus.deadline;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Deadlines of escalations in the working time of the person concerned. */
@Component
public class EscalationDeadlines {

  private final DueDates dueDates;
  private final int days;

  EscalationDeadlines(DueDates dueDates, EscalationProperties settings) {
    this.dueDates = dueDates;
    this.days = settings.unblockAfterDays();
  }

  /** When a briefing that was due then is so late that a manager above has to unblock it. */
  public Instant overdueAt(Instant due, String site) {
    return dueDates.after(due, days, site);
  }

  /** Until when a manager who is asked now has to decide. */
  public Instant decideBy(String site) {
    return dueDates.inDays(days, site);
  }
}
