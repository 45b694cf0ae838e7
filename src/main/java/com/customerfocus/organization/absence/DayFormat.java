package com.customerfocus.organization.absence;

import com.customerfocus.support.ReaderLanguage;
import com.customerfocus.support.Sentence;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as texts in Tasklist say them. */
final class DayFormat {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_MONTH =
      DateTimeFormatter.ofPattern("d", Locale.ENGLISH);

  private DayFormat() {}

  static String said(LocalDate day) {
    return DAY.format(day);
  }

  /** In the language of the request at hand. */
  static String forReader(LocalDate day) {
    var pattern = new Sentence("form.date").forReader();
    return DateTimeFormatter.ofPattern(pattern, ReaderLanguage.current()).format(day);
  }

  /** From the first to the last, without saying a month or year twice. */
  static String said(LocalDate from, LocalDate until) {
    if (from.equals(until)) {
      return said(from);
    }
    var begin =
        from.getYear() != until.getYear()
            ? DAY
            : from.getMonth() == until.getMonth() ? DAY_OF_MONTH : DAY_OF_YEAR;
    return begin.format(from) + " to " + said(until);
  }
}
