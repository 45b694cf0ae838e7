package com.customerfocus.deadline;

import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Due dates in working days of a site. A person without a site works by the default calendar. */
@Component
public class DueDates {

  private final WorkingTime workingTime;
  private final Clock clock;

  DueDates(WorkingTime workingTime, Clock clock) {
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /**
   * The moment that is this many working days from now.
   *
   * @param site where the person works, or null
   */
  public Instant inDays(int days, String site) {
    return after(clock.instant(), days, site);
  }

  /**
   * The moment that is this many working days after another.
   *
   * @param site where the person works, or null
   */
  public Instant after(Instant start, int days, String site) {
    return workingTime.calendar(site).after(start, WorkingAmount.days(days));
  }
}
