package com.customerfocus.customercase.legal;

import com.customerfocus.worktime.BusinessDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a deadline by law passes, and when the owner is warned. */
final class LegalRules {

  /** What the law calls the close of business; an hour that no office is closed before. */
  static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);

  /** When owners read that a deadline comes near. */
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private LegalRules() {}

  /** What is due; stored by its name. */
  enum What {
    /** By the close of business: until then a simpler procedure will do. */
    EARLY(1),
    /** By the end of the day: the answer itself. */
    FINAL(5);

    private final int warnedBefore;

    What(int warnedBefore) {
      this.warnedBefore = warnedBefore;
    }
  }

  /**
   * A deadline.
   *
   * @param lastDay on the calendar of the jurisdiction
   * @param passesAt the first moment that is too late
   * @param warnAt when the owner is warned; never before it was received
   */
  record Deadline(What what, LocalDate lastDay, Instant passesAt, Instant warnAt) {}

  /**
   * The deadline of a complaint.
   *
   * @param zone of the jurisdiction
   */
  static Deadline deadline(
      What what, LegalPeriod period, Instant received, BusinessDays days, ZoneId zone) {
    var lastDay = period.lastDay(LocalDate.ofInstant(received, zone), days);
    var passes =
        what == What.EARLY
            ? lastDay.atTime(CLOSE_OF_BUSINESS).atZone(zone)
            : lastDay.plusDays(1).atStartOfDay(zone);
    var warned = days.after(lastDay, -what.warnedBefore).atTime(MORNING).atZone(zone).toInstant();
    return new Deadline(
        what, lastDay, passes.toInstant(), warned.isBefore(received) ? received : warned);
  }
}
