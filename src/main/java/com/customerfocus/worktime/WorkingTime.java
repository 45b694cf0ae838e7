package com.customerfocus.worktime;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.NameKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.util.StringUtils;

/** The configured calendars of all sites. */
@Service
public class WorkingTime {

  private final WorkingCalendar byDefault;
  private final Map<String, WorkingCalendar> bySite = new HashMap<>();
  private final Set<String> sites = new TreeSet<>();

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
                var other = owners.put(NameKey.of(site), name);
                if (other != null && !other.equals(name)) {
                  throw twoFor(site, other, name);
                }
                bySite.put(NameKey.of(site), calendar);
                sites.add(site.strip());
              }
            });
    this.byDefault = byDefault(properties.defaultCalendar(), calendars, clock);
  }

  private static WorkingCalendar byDefault(
      String name, Map<String, WorkingCalendar> calendars, Clock clock) {
    if (!StringUtils.hasText(name)) {
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
    return site == null ? byDefault : bySite.getOrDefault(NameKey.of(site), byDefault);
  }

  /** Whether the site has a calendar of its own, in any spelling of its name. */
  public boolean hasCalendarOf(String site) {
    return site != null && bySite.containsKey(NameKey.of(site));
  }

  /** The sites with a calendar of their own, as the settings spell them, in order. */
  public List<String> sites() {
    return List.copyOf(sites);
  }
}
