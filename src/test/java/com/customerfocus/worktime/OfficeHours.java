package com.customerfocus.worktime;

import java.time.Clock;

/** The default calendar: Monday to Friday, 09:00 to 17:00 UTC. */
public final class OfficeHours {

  private OfficeHours() {}

  public static WorkingCalendar calendar() {
    return CalendarBuilder.officeHours(Clock.systemUTC());
  }
}
