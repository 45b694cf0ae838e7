package com.customerfocus.worktime;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Working calendar of a site: open hours of each day, on the wall clock of one zone.
 *
 * <p>It counts as a person does. Hours are open hours: two hours from Friday, an hour before
 * closing, lead to Monday, an hour after opening. Days keep the time of day: one working day after
 * Friday, 15:00, is Monday, 15:00, or the nearest open time of Monday. If the calendar is closed at
 * the start, counting begins at the next opening or, backward, at the closing before. The moment of
 * closing still belongs to the day. An amount of zero leads to the start itself, or to the next
 * opening when the calendar is closed then.
 *
 * <p>When clocks go forward, hours that do not exist are not worked; when they go back, the first
 * of two equal times is meant, and hours that come twice are worked twice.
 */
public final class WorkingCalendar {

  /** No due date lies further away; a search beyond it finds no open day either. */
  private static final int MOST_YEARS = 100;

  private final ZoneId zone;
  private final CalendarDays days;

  /** A continuous open period. */
  private record OpenStretch(LocalDate day, Instant opens, Instant closes) {}

  WorkingCalendar(ZoneId zone, CalendarDays days) {
    this.zone = zone;
    this.days = days;
  }

  /** Zone of its days. */
  public ZoneId zone() {
    return zone;
  }

  /** Days of the twelve months from this moment on whose hours are not those of their weekday. */
  List<SpecialDay> specialDays(Instant from) {
    return days.special(date(from), date(from).plusYears(1));
  }

  /**
   * The moment at this amount of working time after the start. Negative amounts lead back.
   *
   * @throws DateTimeException when it is more than 100 years away
   */
  public Instant after(Instant start, WorkingAmount amount) {
    var counted = amount.days() == 0 ? start : afterDays(start, amount.days());
    return amount.hours().isNegative()
        ? before(counted, amount.hours().negated())
        : afterHours(counted, amount.hours());
  }

  /**
   * Open time from one moment to the other; negative when the second lies before the first.
   *
   * @throws DateTimeException when they are more than 100 years apart
   */
  public Duration between(Instant from, Instant to) {
    if (to.isBefore(from)) {
      return between(to, from).negated();
    }
    var open = Duration.ZERO;
    for (var day = date(from).minusDays(1); !day.isAfter(date(to)); day = day.plusDays(1)) {
      checkReach(from, day);
      for (var stretch : stretches(day)) {
        var begins = later(stretch.opens, from);
        var ends = earlier(stretch.closes, to);
        if (begins.isBefore(ends)) {
          open = open.plus(Duration.between(begins, ends));
        }
      }
    }
    return open;
  }

  private Instant afterHours(Instant start, Duration hours) {
    var left = hours;
    // Hours over midnight may have begun the day before.
    for (var day = date(start).minusDays(1); ; day = day.plusDays(1)) {
      checkReach(start, day);
      for (var stretch : stretches(day)) {
        if (!stretch.closes.isBefore(start)) {
          var begins = later(stretch.opens, start);
          var open = Duration.between(begins, stretch.closes);
          if (open.compareTo(left) >= 0) {
            return begins.plus(left);
          }
          left = left.minus(open);
        }
      }
    }
  }

  private Instant before(Instant end, Duration hours) {
    var left = hours;
    for (var day = date(end); ; day = day.minusDays(1)) {
      checkReach(end, day);
      var stretches = stretches(day);
      for (var i = stretches.size() - 1; i >= 0; i--) {
        var stretch = stretches.get(i);
        if (!stretch.opens.isAfter(end)) {
          var ends = earlier(stretch.closes, end);
          var open = Duration.between(stretch.opens, ends);
          if (open.compareTo(left) >= 0) {
            return ends.minus(left);
          }
          left = left.minus(open);
        }
      }
    }
  }

  private Instant afterDays(Instant start, int days) {
    var forward = days > 0;
    var from = forward ? afterHours(start, Duration.ZERO) : before(start, Duration.ZERO);
    var first = workingDay(from);
    var last = first;
    for (var left = Math.abs(days); left > 0; ) {
      last = last.plusDays(forward ? 1 : -1);
      checkReach(start, last);
      if (!stretches(last).isEmpty()) {
        left--;
      }
    }
    var sameTime =
        LocalDateTime.ofInstant(from, zone).plusDays(ChronoUnit.DAYS.between(first, last));
    return withinHours(last, instant(sameTime), forward);
  }

  /** The day to which the hours open at this moment belong. */
  private LocalDate workingDay(Instant open) {
    var day = date(open);
    return stretches(day).stream().anyMatch(stretch -> !stretch.opens.isAfter(open))
        ? day
        : day.minusDays(1);
  }

  private Instant withinHours(LocalDate day, Instant wanted, boolean forward) {
    var stretches = stretches(day);
    var before = stretches.get(0).opens;
    for (var stretch : stretches) {
      if (!stretch.closes.isBefore(wanted)) {
        return wanted.isBefore(stretch.opens) && !forward ? before : later(stretch.opens, wanted);
      }
      before = stretch.closes;
    }
    return before;
  }

  private List<OpenStretch> stretches(LocalDate day) {
    return days.hours(day).stream()
        .map(it -> new OpenStretch(day, instant(it.opens(day)), instant(it.closes(day))))
        // The whole period may lie in the hour that is missing when clocks go forward.
        .filter(stretch -> stretch.opens.isBefore(stretch.closes))
        .toList();
  }

  private Instant instant(LocalDateTime local) {
    var change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
  }

  private LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private void checkReach(Instant start, LocalDate day) {
    if (Math.abs(ChronoUnit.YEARS.between(date(start), day)) >= MOST_YEARS) {
      throw new DateTimeException(
          "So much working time from %s is more than %d years".formatted(start, MOST_YEARS));
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
