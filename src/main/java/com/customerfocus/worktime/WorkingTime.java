package com.customerfocus.worktime;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The configured calendars of all sites. */
@Service
public class WorkingTime {

  private final WorkingCalendar byDefault;
  private final Map<String, WorkingCalendar> bySite = new HashMap<>();

  /**
   * @throws InvalidSettingException when the settings make no calendars
   */
  WorkingTime(WorkingTimeProperties properties, Clock clock) {
    var calendars = new HashMap<String, WorkingCalendar>();
    var owners = new HashMap<String, String>();
    properties
        .calendars()
        .forEach(
            (name, entry) -> {
              var calendar = new CalendarBuilder(name, entry, clock).build();
              calendars.put(name, calendar);
              for (var site : entry.sites().isEmpty() ? List.of(name) : entry.sites()) {
                var other = owners.put(key(site), name);
                if (other != null && !other.equals(name)) {
                  throw twoFor(site, other, name);
                }
                bySite.put(key(site), calendar);
              }
            });
    this.byDefault = byDefault(properties.defaultCalendar(), calendars, clock);
  }

  private static WorkingCalendar byDefault(
      String name, Map<String, WorkingCalendar> calendars, Clock clock) {
    if (Texts.isBlank(name)) {
      return CalendarBuilder.officeHours(clock);
    }
    if (!calendars.containsKey(name)) {
      throw new InvalidSettingException(
          "The default working time calendar \"%s\" is not there.".formatted(name),
          "Set %s.default-calendar to one of the calendars (%s), or add the calendar."
              .formatted(
                  WorkingTimeProperties.PREFIX,
                  calendars.isEmpty()
                      ? "there are none"
                      : String.join(", ", calendars.keySet().stream().sorted().toList())));
    }
    return calendars.get(name);
  }

  private static InvalidSettingException twoFor(String site, String one, String other) {
    return new InvalidSettingException(
        "The site \"%s\" has two working time calendars, \"%s\" and \"%s\"."
            .formatted(site, one, other),
        "Name each site in the sites of one calendar of %s.calendars only."
            .formatted(WorkingTimeProperties.PREFIX));
  }

  /**
   * The calendar of a site.
   *
   * @param site where a person works; null, or a site without a calendar of its own, has the
   *     default calendar
   */
  public WorkingCalendar calendar(String site) {
    return site == null ? byDefault : bySite.getOrDefault(key(site), byDefault);
  }

  private static String key(String site) {
    return Texts.strip(site).toLowerCase(Locale.ROOT);
  }
}
