package com.customerfocus.worktime;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.NameKey;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;

/** The configured calendars of all sites. */
@Service
public class WorkingTime implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(WorkingTime.class);

  private final Clock clock;
  private final Map<String, Named> byName = new LinkedHashMap<>();
  private final Map<String, Named> bySite = new HashMap<>();
  private final Named byDefault;

  /** A calendar, and the sites that have it. */
  private record Named(String name, List<String> sites, WorkingCalendar calendar) {}

  /**
   * @throws InvalidSettingException when the settings make no calendars
   */
  WorkingTime(WorkingTimeProperties properties, Clock clock) {
    this.clock = clock;
    properties.calendars().forEach(this::add);
    this.byDefault = byDefault(properties.defaultCalendar());
  }

  private void add(String name, WorkingTimeProperties.Entry entry) {
    var sites = entry.sites().isEmpty() ? List.of(name) : entry.sites();
    var named = new Named(name, sites, new CalendarBuilder(name, entry, clock).build());
    var same = byName.put(NameKey.of(name), named);
    if (same != null) {
      throw new InvalidSettingException(
          "Two working time calendars have the same name, \"%s\" and \"%s\"."
              .formatted(same.name(), name),
          "Names that differ in case, accents or blanks only are the same. Leave one of them in"
              + " %s.calendars, or give it another name.".formatted(WorkingTimeProperties.PREFIX));
    }
    for (var site : sites) {
      var other = bySite.put(NameKey.of(site), named);
      if (other != null && other != named) {
        throw twoFor(site, other.name(), name);
      }
    }
  }

  private Named byDefault(String name) {
    if (Texts.isBlank(name)) {
      return new Named(
          CalendarBuilder.WITHOUT_SETTINGS, List.of(), CalendarBuilder.officeHours(clock));
    }
    var calendar = byName.get(NameKey.of(name));
    if (calendar == null) {
      throw new InvalidSettingException(
          "The default working time calendar \"%s\" is not there.".formatted(name),
          "Set %s.default-calendar to one of the calendars (%s), or add the calendar."
              .formatted(
                  WorkingTimeProperties.PREFIX,
                  byName.isEmpty()
                      ? "there are none"
                      : String.join(
                          ", ", byName.values().stream().map(Named::name).sorted().toList())));
    }
    return calendar;
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
    return (site == null ? byDefault : bySite.getOrDefault(NameKey.of(site), byDefault)).calendar();
  }

  /** Whether the site has a calendar of its own, in any spelling of its name. */
  public boolean hasCalendarOf(String site) {
    return site != null && bySite.containsKey(NameKey.of(site));
  }

  /** The sites with a calendar of their own, as the settings spell them, in order. */
  public List<String> sites() {
    return byName.values().stream()
        .flatMap(it -> it.sites().stream())
        .map(Texts::strip)
        .distinct()
        .sorted()
        .toList();
  }

  /** Each calendar with its sites and the special days of the next twelve months, default first. */
  public List<CalendarOverview> overview() {
    var calendars = new ArrayList<Named>();
    calendars.add(byDefault);
    byName.values().stream().filter(it -> it != byDefault).forEach(calendars::add);
    return calendars.stream()
        .map(
            it ->
                new CalendarOverview(
                    it.name(),
                    it == byDefault,
                    it.sites(),
                    it.calendar().zone(),
                    it.calendar().specialDays(clock.instant())))
        .toList();
  }

  /** Tells the administrator at start what the settings, and the library of holidays, come to. */
  @Override
  public void afterSingletonsInstantiated() {
    for (var calendar : overview()) {
      var sites = new ArrayList<>(calendar.sites());
      if (calendar.isDefault()) {
        sites.add("all without a calendar of their own");
      }
      LOG.info(
          "Working time calendar {} ({}; {}), special days of the next twelve months: {}",
          calendar.name(),
          String.join(", ", sites),
          calendar.zone(),
          calendar.specialDays().isEmpty()
              ? "none"
              : String.join(
                  ", ", calendar.specialDays().stream().map(SpecialDay::toString).toList()));
    }
  }
}
