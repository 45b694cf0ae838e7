package com.customerfocus.worktime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param defaultCalendar name of the calendar of all sites that have none, or null
 * @param calendars by name
 */
@ConfigurationProperties(WorkingTimeProperties.PREFIX)
record WorkingTimeProperties(String defaultCalendar, Map<String, Entry> calendars) {

  static final String PREFIX = "customer-focus.working-time";

  WorkingTimeProperties {
    calendars = calendars == null ? Map.of() : new LinkedHashMap<>(calendars);
  }

  /**
   * One calendar as an administrator writes it; what is left out is null or empty.
   *
   * @param zone such as {@code Europe/Madrid}; the program's own when left out
   * @param hours by weekday ({@code friday}) or weekdays ({@code monday-thursday}), such as {@code
   *     09:00-13:00}; Monday to Friday, 09:00-17:00, when all are left out
   * @param country whose public holidays are closed, in two letters, such as {@code es}
   * @param region of the country, whose own holidays are closed too, such as {@code md}
   * @param closedDays more days that are closed, such as {@code 2026-12-24} or {@code
   *     2026-12-24..2026-12-31}, or a part of each of them, such as {@code 2026-12-24 13:00-17:00}
   * @param openDays days that are open although a holiday or {@code closedDays} close them, such as
   *     {@code 2026-12-24}; with hours, such as {@code 2026-11-01 09:00-14:00}, the day has those
   *     instead of its weekday's
   * @param sites which sites have it; the one of the calendar's name when left out
   */
  record Entry(
      String zone,
      Map<String, List<String>> hours,
      String country,
      String region,
      List<String> closedDays,
      List<String> openDays,
      List<String> sites) {

    Entry {
      hours = hours == null ? Map.of() : new LinkedHashMap<>(hours);
      closedDays = closedDays == null ? List.of() : List.copyOf(closedDays);
      openDays = openDays == null ? List.of() : List.copyOf(openDays);
      sites = sites == null ? List.of() : List.copyOf(sites);
    }
  }
}
