package com.customerfocus.deadline;

import static java.util.stream.Collectors.joining;

import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Days of reminders, in working days before (negative) or after the due date.
 *
 * @param days ascending, each once, at least one
 */
public record ReminderSchedule(List<Integer> days) {

  /** Default schedule of a memo. */
  public static final ReminderSchedule USUAL = new ReminderSchedule(List.of(-2, 0, 3));

  /** Schedule of managers who have to brief their teams; escalation follows the last one. */
  static final ReminderSchedule OF_BRIEFINGS = new ReminderSchedule(List.of(-1, 0));

  /** Time after the last reminder, or the due date if that is later, at which people are late. */
  private static final WorkingAmount PATIENCE = WorkingAmount.days(1);

  private static final int MOST = 10;
  private static final int EARLIEST = -30;
  private static final int LATEST = 60;

  /**
   * Parses numbers separated by commas or blanks, the default schedule from blank text; empty when
   * the text is invalid.
   */
  public static Optional<ReminderSchedule> parse(String typed) {
    if (Texts.isBlank(typed)) {
      return Optional.of(USUAL);
    }
    try {
      var days =
          Arrays.stream(Texts.oneLine(typed).replace('\u2212', '-').split("\\s*[,;]\\s*|\\s+"))
              .map(Integer::valueOf)
              .distinct()
              .sorted()
              .toList();
      return Optional.of(new ReminderSchedule(days)).filter(ReminderSchedule::isSensible);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isSensible() {
    return !days.isEmpty()
        && days.size() <= MOST
        && days.get(0) >= EARLIEST
        && days.get(days.size() - 1) <= LATEST;
  }

  /** What the author of a memo reads whose days cannot be. */
  public static Sentence whatIsPossible() {
    return new Sentence("refusal.reminders", MOST, EARLIEST, LATEST, USUAL);
  }

  /** Whether a reminder falls after the first of two moments and not after the second. */
  boolean fallBetween(Instant after, Instant until, Instant due, WorkingCalendar calendar) {
    return moments(due, calendar)
        .anyMatch(moment -> moment.isAfter(after) && !moment.isAfter(until));
  }

  /** The first reminder after this moment, if there is one. */
  Optional<Instant> next(Instant after, Instant due, WorkingCalendar calendar) {
    return moments(due, calendar).filter(moment -> moment.isAfter(after)).findFirst();
  }

  /** When people with a pending receipt are late. */
  Instant late(Instant due, WorkingCalendar calendar) {
    var last = WorkingAmount.days(Math.max(0, days.get(days.size() - 1)));
    return calendar.after(calendar.after(due, last), PATIENCE);
  }

  private Stream<Instant> moments(Instant due, WorkingCalendar calendar) {
    return days.stream().map(day -> calendar.after(due, WorkingAmount.days(day)));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return days.stream().map(String::valueOf).collect(joining(", "));
  }
}
