package com.customerfocus.deadline;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Converts days that people promise something for to instants, in the promiser's working time. */
@Component
public class PersonalDueDates {

  private static final WorkingAmount TWO_DAYS_BEFORE = WorkingAmount.days(-2);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  /** Characters of an ISO 8601 day. */
  private static final int DAY = 10;

  private final WorkingTime workingTime;
  private final OrganizationService organization;
  private final Clock clock;

  PersonalDueDates(WorkingTime workingTime, OrganizationService organization, Clock clock) {
    this.workingTime = workingTime;
    this.organization = organization;
    this.clock = clock;
  }

  /**
   * Due date of a promise: the end of work on this day, or on the last working day before it, where
   * the promiser works.
   *
   * @param day ISO 8601, as entered
   * @param promiser employee id
   * @throws InvalidInputException when it is past or more than a year away
   */
  public Instant endOf(String day, String promiser) {
    var calendar = calendar(promiser);
    var date = date(day);
    var today = LocalDate.ofInstant(clock.instant(), calendar.zone());
    if (date.isAfter(today.plusYears(1))) {
      throw new InvalidInputException("refusal.date.too-far", date);
    }
    if (date.isBefore(today)) {
      throw new InvalidInputException("refusal.date.over", date);
    }
    var night = date.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    // The last working moment before the night.
    var due = calendar.after(night, new WorkingAmount(0, A_MOMENT.negated())).plus(A_MOMENT);
    if (!due.isAfter(clock.instant())) {
      throw new InvalidInputException("refusal.date.over", date);
    }
    return due;
  }

  /**
   * A moment to come, as entered on this person's clock; of a day the end of work. Outside the
   * working time the last working moment before is meant.
   *
   * @param typed ISO 8601 day or local time
   * @param person employee id
   * @throws InvalidInputException when it is missing, past or more than a year away
   */
  public Instant moment(String typed, String person) {
    if (typed != null && typed.length() <= DAY) {
      return endOf(typed, person);
    }
    var calendar = calendar(person);
    var entered = entered(typed, calendar);
    var now = clock.instant();
    var day = LocalDate.ofInstant(entered, calendar.zone());
    if (entered.isAfter(now.atZone(calendar.zone()).plusYears(1).toInstant())) {
      throw new InvalidInputException("refusal.date.too-far", day);
    }
    var working = calendar.after(entered, new WorkingAmount(0, A_MOMENT.negated())).plus(A_MOMENT);
    if (!working.isAfter(now)) {
      throw new InvalidInputException("refusal.date.over", day);
    }
    return working;
  }

  /**
   * A moment as entered on this person's clock, whether the person works then or not.
   *
   * @param typed ISO 8601 local time
   * @throws InvalidInputException when it is missing
   */
  public Instant exactly(String typed, String person) {
    return entered(typed, calendar(person));
  }

  private static Instant entered(String typed, WorkingCalendar calendar) {
    try {
      return LocalDateTime.parse(typed == null ? "" : typed).atZone(calendar.zone()).toInstant();
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("refusal.date.missing");
    }
  }

  private static LocalDate date(String day) {
    try {
      return LocalDate.parse(day == null ? "" : day);
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("refusal.date.missing");
    }
  }

  /**
   * When to ask the promiser: two working days before, or halfway when it is due sooner.
   *
   * @param calendar of the promiser
   */
  public Instant askAt(Instant due, WorkingCalendar calendar) {
    var now = clock.instant();
    var halfway =
        calendar.after(now, new WorkingAmount(0, calendar.between(now, due).dividedBy(2)));
    var twoDaysBefore = calendar.after(due, TWO_DAYS_BEFORE);
    return twoDaysBefore.isAfter(halfway) ? twoDaysBefore : halfway;
  }

  /** A number of working days from now where this person works. */
  public Instant inDays(int days, String person) {
    return inDays(days, calendar(person));
  }

  /** The same by this calendar. */
  public Instant inDays(int days, WorkingCalendar calendar) {
    return calendar.after(clock.instant(), WorkingAmount.days(days));
  }

  /** The calendars of these people; one query. */
  public Map<String, WorkingCalendar> calendars(Collection<String> people) {
    var known =
        organization.people(people).stream()
            .collect(Collectors.toMap(Person::id, it -> workingTime.calendar(it.site())));
    people.forEach(id -> known.computeIfAbsent(id, unknown -> workingTime.calendar(null)));
    return known;
  }

  public WorkingCalendar calendar(String person) {
    return workingTime.calendar(organization.person(person).map(Person::site).orElse(null));
  }
}
