package com.customerfocus.worktime;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Public holidays of one country and, where one is named, one region of it. */
class PublicHolidays {

  private final HolidayManager country;
  private final String[] region;
  private final Map<Integer, Map<LocalDate, String>> years = new ConcurrentHashMap<>();

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

  /** What the holiday is called in English, when the day is one or is off for one on a weekend. */
  Optional<String> name(LocalDate day) {
    return Optional.ofNullable(years.computeIfAbsent(day.getYear(), this::year).get(day));
  }

  /** A neighbouring year's New Year may be observed in this year. */
  private Map<LocalDate, String> year(int year) {
    return IntStream.rangeClosed(year - 1, year + 1)
        .mapToObj(it -> country.getHolidays(Year.of(it), HolidayType.PUBLIC_HOLIDAY, region))
        .flatMap(Set::stream)
        .flatMap(PublicHolidays::days)
        .filter(day -> day.getKey().getYear() == year)
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                Map.Entry::getValue,
                // Always the same one of two holidays on a day.
                (one, other) -> one.compareTo(other) < 0 ? one : other));
  }

  private static Stream<Map.Entry<LocalDate, String>> days(Holiday holiday) {
    var name = holiday.getDescription(Locale.ENGLISH);
    return Stream.concat(Stream.of(holiday.getActualDate()), holiday.getObservedDate().stream())
        .map(day -> Map.entry(day, name));
  }
}
