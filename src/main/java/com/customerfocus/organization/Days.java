package com.customerfocus.organization;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as texts in Tasklist say them. */
final class Days {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Days() {}

  static String said(LocalDate day) {
    return DAY.format(day);
  }

  static String said(LocalDate from, LocalDate until) {
    return from.equals(until) ? said(from) : said(from) + " to " + said(until);
  }
}
