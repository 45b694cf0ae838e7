package com.customerfocus.handoff.rating;

import static com.customerfocus.handoff.rating.RatingsOfHandoff.DAYS_TO_OPEN;

import com.customerfocus.deadline.DueDates;
import com.customerfocus.organization.DepartmentSites;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** By when a side is asked, reminded and no longer waited for, in its department's working days. */
@Component
class RatingDates {

  /** Working days until the one reminder. */
  private static final int DAYS_TO_REMIND = 3;

  /** Working days until the task ends unanswered. */
  private static final int DAYS_TO_END = 10;

  private final DueDates dueDates;
  private final DepartmentSites sites;
  private final Clock clock;

  RatingDates(DueDates dueDates, DepartmentSites sites, Clock clock) {
    this.dueDates = dueDates;
    this.sites = sites;
    this.clock = clock;
  }

  /** The dates of one side. */
  record Dates(Instant askedAt, Instant remindAt, Instant openAt, Instant endsAt) {

    /** Both sides' ratings open at the same time, the later one. */
    Dates openWith(Dates other) {
      return new Dates(
          askedAt, remindAt, openAt.isBefore(other.openAt) ? other.openAt : openAt, endsAt);
    }
  }

  /** Those of a department that is asked now. One statement. */
  Dates of(String department) {
    var now = clock.instant();
    var site = sites.siteOf(department);
    return new Dates(
        now,
        dueDates.after(now, DAYS_TO_REMIND, site),
        dueDates.after(now, DAYS_TO_OPEN, site),
        dueDates.after(now, DAYS_TO_END, site));
  }
}
