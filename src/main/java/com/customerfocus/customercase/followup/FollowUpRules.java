package com.customerfocus.customercase.followup;

import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** When a customer is asked again after a case was closed, and which cases share it. */
final class FollowUpRules {

  /** Days after closing, on the customer's calendar. */
  static final List<Integer> DAYS = List.of(30, 90, 180);

  /** Cases of one customer that are closed within these days share the follow-ups of the first. */
  static final int SHARED_WITHIN_DAYS = 14;

  private FollowUpRules() {}

  /**
   * A follow-up to come.
   *
   * @param days after closing
   * @param on the working day of the owner
   * @param from when that day begins for the owner
   */
  record Planned(int days, LocalDate on, Instant from) {}

  /**
   * The follow-ups of a case.
   *
   * @param closedOn the day in the customer's zone
   * @param owner calendar of the last owner; a day off is moved to their next working day
   */
  static List<Planned> planned(LocalDate closedOn, WorkingCalendar owner) {
    return DAYS.stream().map(days -> on(closedOn.plusDays(days), days, owner)).toList();
  }

  /** The follow-up of this day, or of the owner's next working day. */
  static Planned on(LocalDate day, int days, WorkingCalendar owner) {
    // A moment after midnight, since hours until midnight still belong to the day before.
    var begins = day.atStartOfDay(owner.zone()).plusNanos(1_000_000).toInstant();
    var from = owner.after(begins, WorkingAmount.days(0));
    return new Planned(days, LocalDate.ofInstant(from, owner.zone()), from);
  }

  /**
   * Whether a case that is closed on a day shares the follow-ups of another one of its customer.
   *
   * @param firstClosedOn when the first of those cases was closed
   */
  static boolean areShared(LocalDate firstClosedOn, LocalDate closedOn) {
    return !closedOn.isBefore(firstClosedOn)
        && !closedOn.isAfter(firstClosedOn.plusDays(SHARED_WITHIN_DAYS));
  }
}
