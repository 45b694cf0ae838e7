package com.customerfocus.handoff;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.ReaderLanguage;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * Dates of handoffs as people enter them, on the clock of the department that is to do it. A moment
 * outside its working time is moved to the last working moment before.
 */
final class HandoffDates {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final WorkingCalendar calendar;
  private final Clock clock;

  HandoffDates(WorkingCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * The moment.
   *
   * @param typed ISO 8601: a day, a local time or a time with its offset
   * @throws InvalidInputException when it is missing, past or more than a year away
   */
  Instant moment(String typed) {
    var entered = entered(typed);
    var now = clock.instant();
    if (entered.isAfter(now.atZone(calendar.zone()).plusYears(1).toInstant())) {
      throw new InvalidInputException("refusal.handoff.date-too-far");
    }
    var working = calendar.after(entered, new WorkingAmount(0, A_MOMENT.negated())).plus(A_MOMENT);
    if (!working.isAfter(now)) {
      throw new InvalidInputException("refusal.handoff.date-over");
    }
    return working;
  }

  /** The moment as the reader of the request at hand reads it, on the department's clock. */
  String inWords(Instant moment) {
    return inWords(moment, ReaderLanguage.current());
  }

  /** The same in this language. */
  String inWords(Instant moment, Locale language) {
    return DateTimeFormatter.ofPattern(new Sentence("handoff.moment").in(language), language)
        .format(moment.atZone(calendar.zone()));
  }

  /**
   * The moment as it was entered, inside the working time or not.
   *
   * @throws InvalidInputException when it is missing
   */
  Instant entered(String typed) {
    var text = typed == null ? "" : Texts.strip(typed);
    try {
      if (text.length() <= 10) {
        return LocalDate.parse(text).plusDays(1).atStartOfDay(calendar.zone()).toInstant();
      }
      return hasOffset(text)
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(calendar.zone()).toInstant();
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("refusal.handoff.date-missing");
    }
  }

  private static boolean hasOffset(String text) {
    return text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
  }
}
