package com.customerfocus.worktime;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Public holidays of one country and, where one is named, one region of it. */
class PublicHolidays implements Predicate<LocalDate> {

  private final HolidayManager country;
  private final String[] region;
  private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

  private PublicHolidays(HolidayManager country, String... region) {
    this.country = country;
    this.region = region;
  }

  /**
   * Holidays of the whole country.
   *
   * @param country two letters, such as {@code es}
   * @throws IllegalArgumentException when it is unknown, with the known ones
   */
  static PublicHolidays of(String country) {
    var known = new TreeSet<String>();
    HolidayManager.getSupportedCalendarCodes().stream()
        // The library also has stock exchanges.
        .filter(code -> code.length() == 2)
        .map(code -> code.toLowerCase(Locale.ROOT))
        .forEach(known::add);
    var code = country.toLowerCase(Locale.ROOT);
    if (!known.contains(code)) {
      throw new IllegalArgumentException(
          "The holidays of country \"%s\" are not known; those of these are: %s"
              .formatted(country, String.join(", ", known)));
    }
    return new PublicHolidays(HolidayManager.getInstance(ManagerParameters.create(code)));
  }

  /**
   * Holidays of the country and of one region.
   *
   * @param region such as {@code md}
   * @throws IllegalArgumentException when the country has no such region, with those it has
   */
  PublicHolidays in(String region) {
    var regions = new TreeSet<>(country.getCalendarHierarchy().getChildren().keySet());
    var code = region.toLowerCase(Locale.ROOT);
    if (!regions.contains(code)) {
      throw new IllegalArgumentException(
          "%s has no region \"%s\" with holidays of its own; it has: %s"
              .formatted(
                  country.getCalendarHierarchy().getDescription(Locale.ENGLISH),
                  region,
                  regions.isEmpty() ? "none" : String.join(", ", regions)));
    }
    return new PublicHolidays(country, code);
  }

  /** Whether the day is a holiday or a day off for a holiday on a weekend. */
  @Override
  public boolean test(LocalDate day) {
    return years.computeIfAbsent(day.getYear(), this::year).contains(day);
  }

  /** A neighbouring year's New Year may be observed in this year. */
  private Set<LocalDate> year(int year) {
    return IntStream.rangeClosed(year - 1, year + 1)
        .mapToObj(it -> country.getHolidays(Year.of(it), HolidayType.PUBLIC_HOLIDAY, region))
        .flatMap(Set::stream)
        .flatMap(PublicHolidays::days)
        .filter(day -> day.getYear() == year)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<LocalDate> days(Holiday holiday) {
    return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream());
  }
}
