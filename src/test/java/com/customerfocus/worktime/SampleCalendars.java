package com.customerfocus.worktime;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Calendars for tests of other rooms. */
public final class SampleCalendars {

  private SampleCalendars() {}

  /**
   * A calendar without holidays.
   *
   * @param days such as {@code monday-friday}
   * @param hours such as {@code 09:00-17:00}
   */
  public static WorkingCalendar of(String zone, String days, String... hours) {
    return new CalendarBuilder(
            "sample",
            new WorkingTimeProperties.Entry(
                zone, Map.of(days, List.of(hours)), null, null, List.of(), null, null),
            Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC))
        .build();
  }
}
