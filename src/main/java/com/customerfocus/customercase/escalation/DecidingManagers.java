package com.customerfocus.customercase.escalation;

import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.organization.ManagementLine;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Who decides on an escalated case, and by when. */
@Component
class DecidingManagers {

  /** Working days in which a manager decides, on the manager's calendar. */
  private static final int DAYS_TO_DECIDE = 1;

  private final ManagementLine line;
  private final PersonalDueDates dates;

  DecidingManagers(ManagementLine line, PersonalDueDates dates) {
    this.line = line;
    this.dates = dates;
  }

  /** The next manager above; at the top, where there is none, the owner decides. */
  String above(String owner) {
    return line.managerOf(owner).or(() -> line.inCharge(owner)).orElse(owner);
  }

  /** By when a manager who is asked now decides. */
  Instant due(String manager) {
    return dates.inDays(DAYS_TO_DECIDE, manager);
  }
}
