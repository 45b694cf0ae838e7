package com.customerfocus.organization.absence;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.PeopleFinder;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.absence.AbsenceReport.Problem;
import com.customerfocus.support.Days;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks what was typed about an absence; what is wrong becomes problems of the form. */
@Component
class AbsenceChecks {

  /** Longer than any leave; catches a mistyped year. */
  private static final int MOST_YEARS = 3;

  private static final String FIRST_DAY = "First day";
  private static final String LAST_DAY = "Last day";
  private static final String DEPUTY = "Deputy";
  private static final String FOR_WHOM = "For whom";
  static final String WHAT = "What to record";

  private final OrganizationService organization;
  private final ManagementLine line;
  private final PeopleFinder finder;
  private final Deputies deputies;
  private final WorkingTime workingTime;
  private final Clock clock;

  AbsenceChecks(
      OrganizationService organization,
      ManagementLine line,
      PeopleFinder finder,
      Deputies deputies,
      WorkingTime workingTime,
      Clock clock) {
    this.organization = organization;
    this.line = line;
    this.finder = finder;
    this.deputies = deputies;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /**
   * The person who recorded it, the person who is away, their managers and administrators may
   * change it.
   *
   * @throws NotAllowedException when the actor is none of them
   */
  void mayChange(Absence absence, Actor by) {
    if (!by.mayActFor(absence.personId(), absence.recordedBy())
        && !line.isAbove(by.id(), absence.personId())) {
      throw new NotAllowedException("refusal.absence.not-yours");
    }
  }

  /** The absence as it was typed; empty when there are problems. */
  Optional<Absence> absence(
      Optional<Absence> current, AbsenceEntry entry, Actor by, List<Problem> problems) {
    var person = person(current, entry, by, problems);
    var from = day(entry.from(), FIRST_DAY, problems);
    var until = day(entry.until(), LAST_DAY, problems);
    var zone = person.map(this::zone).orElse(clock.getZone());
    if (from != null && until != null) {
      checkDays(from, until, zone, problems);
    }
    var deputy = deputy(entry, person, problems);
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    var absence =
        new Absence(
            current.map(Absence::id).orElse(0L),
            person.orElseThrow().id(),
            from,
            until,
            beginning(from, zone),
            beginning(until.plusDays(1), zone),
            deputy,
            by.id());
    checkCircle(absence, problems);
    return problems.isEmpty() ? Optional.of(absence) : Optional.empty();
  }

  /** Whose absence it is; told as a problem when that is not clear or not theirs to record. */
  Optional<Person> person(
      Optional<Absence> current, AbsenceEntry entry, Actor by, List<Problem> problems) {
    if (current.isPresent()) {
      return organization.person(current.get().personId());
    }
    var typed = entry.personTyped();
    if (typed.isEmpty()) {
      var self = organization.person(by.id());
      if (self.isEmpty()) {
        problems.add(Problem.of(FOR_WHOM, "refusal.absence.outsider"));
      }
      return self;
    }
    var answer = finder.find(typed.get());
    if (answer.problem() != null) {
      problems.add(Problem.of(FOR_WHOM, answer.problem()));
      return Optional.empty();
    }
    var person = organization.person(answer.id()).orElseThrow();
    if (!by.isAdministrator()
        && !person.id().equals(by.id())
        && !line.isAbove(by.id(), person.id())) {
      problems.add(Problem.of(FOR_WHOM, "refusal.absence.not-manager", person.name()));
      return Optional.empty();
    }
    return Optional.of(person);
  }

  private static LocalDate day(String typed, String field, List<Problem> problems) {
    var day = Days.of(typed);
    if (day.isEmpty()) {
      problems.add(Problem.of(field, "refusal.absence.day"));
    }
    return day.orElse(null);
  }

  private void checkDays(LocalDate from, LocalDate until, ZoneId zone, List<Problem> problems) {
    if (until.isBefore(from)) {
      problems.add(
          Problem.of(
              LAST_DAY,
              "refusal.absence.before-first",
              DayFormat.forReader(until),
              DayFormat.forReader(from)));
    } else if (until.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
      problems.add(Problem.of(LAST_DAY, "refusal.absence.passed", DayFormat.forReader(until)));
    } else if (until.isAfter(from.plusYears(MOST_YEARS))) {
      problems.add(
          Problem.of(LAST_DAY, "refusal.absence.too-long", DayFormat.forReader(until), MOST_YEARS));
    }
  }

  private String deputy(AbsenceEntry entry, Optional<Person> person, List<Problem> problems) {
    if (entry.deputyTyped().isEmpty()) {
      return null;
    }
    var answer = finder.find(entry.deputyTyped().get());
    if (answer.problem() != null) {
      problems.add(Problem.of(DEPUTY, answer.problem()));
    } else if (person.isPresent() && person.get().id().equals(answer.id())) {
      problems.add(Problem.of(DEPUTY, "refusal.absence.own-deputy"));
    }
    return answer.id();
  }

  /** Deputies who would hand the tasks round in a circle. */
  private void checkCircle(Absence absence, List<Problem> problems) {
    if (absence.deputyId() == null) {
      return;
    }
    var situations =
        deputies.around(List.of(absence.deputyId()), absence.fromAt(), absence.untilAt());
    var circle = DeputyCircle.of(absence, situations);
    if (!circle.isEmpty()) {
      problems.add(
          Problem.of(DEPUTY, "refusal.absence.circle", circle.get(0), String.join(" → ", circle)));
    }
  }

  private ZoneId zone(Person person) {
    return workingTime.calendar(person.site()).zone();
  }

  private static Instant beginning(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
