package com.customerfocus.worktime;

import com.customerfocus.support.Texts;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Business days of a jurisdiction, by which laws count: Monday to Friday without its public
 * holidays. No site's own days off are left out.
 */
public final class BusinessDays {

  private final PublicHolidays holidays;

  private BusinessDays(PublicHolidays holidays) {
    this.holidays = holidays;
  }

  /**
   * Those of a country or of one region of it.
   *
   * @param country two letters, such as {@code gb}
   * @param region such as {@code eng}; null or blank for the whole country
   * @throws IllegalArgumentException when either is unknown, with the known ones
   */
  public static BusinessDays of(String country, String region) {
    var ofTheCountry = PublicHolidays.of(Texts.strip(country));
    return new BusinessDays(
        Texts.isBlank(region) ? ofTheCountry : ofTheCountry.in(Texts.strip(region)));
  }

  /** Whether this day is one. */
  public boolean include(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && holidays.name(day).isEmpty();
  }

  /**
   * The business day that is this number of them after a day, which does not count itself.
   *
   * @param number negative leads back
   */
  public LocalDate after(LocalDate day, int number) {
    var step = Integer.signum(number);
    var last = day;
    for (var left = Math.abs(number); left > 0; ) {
      last = last.plusDays(step);
      if (include(last)) {
        left--;
      }
    }
    return last;
  }
}
