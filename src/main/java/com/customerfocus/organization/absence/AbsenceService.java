package com.customerfocus.organization.absence;

import static com.customerfocus.organization.absence.AbsenceEntry.AWAY;
import static com.customerfocus.organization.absence.AbsenceEntry.BACK;
import static com.customerfocus.organization.absence.AbsenceEntry.FORGET;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.PeopleFinder;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.absence.AbsenceReport.Problem;
import com.customerfocus.text.FormHtml;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is away, and until when. */
@Service
public class AbsenceService {

  /** Longer than any leave; catches a mistyped year. */
  private static final int MOST_YEARS = 3;

  /** Most absences that begin in one transaction. */
  private static final int AT_ONCE = 50;

  /** Tasks that were made when an absence began are seen by then. */
  private static final Duration LOOKED_AT_AGAIN_AFTER = Duration.ofMinutes(1);

  private static final String FIRST_DAY = "First day";
  private static final String LAST_DAY = "Last day";
  private static final String DEPUTY = "Deputy";
  private static final String FOR_WHOM = "For whom";
  private static final String WHAT = "What to record";

  private final Absences absences;
  private final Deputies deputies;
  private final OrganizationService organization;
  private final ManagementLine line;
  private final PeopleFinder finder;
  private final WorkingTime workingTime;
  private final AbsenceWorkflow workflow;
  private final FormHtml html;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AbsenceService(
      Absences absences,
      Deputies deputies,
      OrganizationService organization,
      ManagementLine line,
      PeopleFinder finder,
      WorkingTime workingTime,
      AbsenceWorkflow workflow,
      FormHtml html,
      TransactionTemplate transaction,
      Clock clock) {
    this.absences = absences;
    this.deputies = deputies;
    this.organization = organization;
    this.line = line;
    this.finder = finder;
    this.workingTime = workingTime;
    this.workflow = workflow;
    this.html = html;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Records, changes or ends an absence. A new one takes the place of those it overlaps.
   *
   * @param reported the absence that this is about, empty for a new one
   * @param by who typed the entry
   * @throws NotAllowedException when the absence is not theirs to change
   */
  public AbsenceReport report(Optional<Long> reported, AbsenceEntry entry, Actor by) {
    return transaction.execute(
        status -> {
          reported.flatMap(absences::find).map(Absence::personId).ifPresent(absences::lock);
          var current = reported.flatMap(absences::find);
          current.ifPresent(absence -> checkChanges(absence, by));
          return switch (entry.kind() == null ? "" : entry.kind()) {
            case AWAY -> away(current, entry, by);
            case BACK -> back(current, entry, by);
            case FORGET -> current.map(this::onRecord).orElseGet(AbsenceService::nothing);
            default -> wrong(current, new Problem(WHAT, "Choose what is to be recorded."));
          };
        });
  }

  /** The one who recorded it, the person, their managers and administrators may change it. */
  private void checkChanges(Absence absence, Actor by) {
    if (!by.mayActFor(absence.personId(), absence.recordedBy())
        && !line.isAbove(by.id(), absence.personId())) {
      throw new NotAllowedException("refusal.absence.not-yours");
    }
  }

  private AbsenceReport away(Optional<Absence> current, AbsenceEntry entry, Actor by) {
    var problems = new ArrayList<Problem>();
    var person = person(current, entry, by, problems);
    var from = day(entry.from(), FIRST_DAY, problems);
    var until = day(entry.until(), LAST_DAY, problems);
    var zone = person.map(this::zone).orElse(clock.getZone());
    if (from != null && until != null) {
      checkDays(from, until, zone, problems);
    }
    var deputy = deputy(entry, person, problems);
    if (!problems.isEmpty()) {
      return wrong(current, problems);
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
    return problems.isEmpty() ? record(absence) : wrong(current, problems);
  }

  private AbsenceReport record(Absence absence) {
    var now = clock.instant();
    absences.lock(absence.personId());
    var replaced =
        absences.open(absence.personId(), now).stream()
            .filter(other -> other.id() != absence.id())
            .filter(other -> other.overlaps(absence.fromAt(), absence.untilAt()))
            .map(Absence::id)
            .toList();
    end(replaced, now);
    if (absence.id() != 0) {
      absences.update(absence, now);
      return onRecord(absence);
    }
    var id = absences.insert(absence, now);
    return onRecord(absences.find(id).orElseThrow());
  }

  private AbsenceReport back(Optional<Absence> current, AbsenceEntry entry, Actor by) {
    var problems = new ArrayList<Problem>();
    var person = person(current, entry, by, problems);
    if (person.isEmpty()) {
      return wrong(current, problems);
    }
    var now = clock.instant();
    absences.lock(person.get().id());
    var open = absences.open(person.get().id(), now);
    if (open.isEmpty()) {
      return current.isPresent()
          ? nothing()
          : wrong(
              current,
              new Problem(
                  WHAT, "There is no absence of %s to end.".formatted(person.get().name())));
    }
    var holding = open.stream().filter(absence -> absence.holds(now)).map(Absence::id).toList();
    var ended =
        current
            .map(absence -> List.of(absence.id()))
            .orElse(holding.isEmpty() ? List.of(open.get(0).id()) : holding);
    end(ended, now);
    return nothing();
  }

  private void end(List<Long> ids, Instant now) {
    if (!ids.isEmpty()) {
      absences.end(ids, now);
      workflow.ended(ids);
    }
  }

  /** Whose absence it is; told as a problem when that is not clear or not theirs to record. */
  private Optional<Person> person(
      Optional<Absence> current, AbsenceEntry entry, Actor by, List<Problem> problems) {
    if (current.isPresent()) {
      return organization.person(current.get().personId());
    }
    var typed = entry.personTyped();
    if (typed.isEmpty()) {
      var self = organization.person(by.id());
      if (self.isEmpty()) {
        problems.add(
            new Problem(
                FOR_WHOM, "You are not in the organization's file: say whose absence it is."));
      }
      return self;
    }
    var answer = finder.find(typed.get());
    if (answer.problem() != null) {
      problems.add(new Problem(FOR_WHOM, answer.problem()));
      return Optional.empty();
    }
    var person = organization.person(answer.id()).orElseThrow();
    if (!by.isAdministrator()
        && !person.id().equals(by.id())
        && !line.isAbove(by.id(), person.id())) {
      problems.add(
          new Problem(
              FOR_WHOM,
              "You are not a manager of %s: only they, their managers and administrators can do this."
                  .formatted(person.name())));
      return Optional.empty();
    }
    return Optional.of(person);
  }

  private static LocalDate day(String typed, String field, List<Problem> problems) {
    try {
      return LocalDate.parse(typed == null ? "" : typed);
    } catch (DateTimeParseException e) {
      problems.add(new Problem(field, "Fill in the day."));
      return null;
    }
  }

  private void checkDays(LocalDate from, LocalDate until, ZoneId zone, List<Problem> problems) {
    if (until.isBefore(from)) {
      problems.add(
          new Problem(
              LAST_DAY,
              "%s is before the first day, %s."
                  .formatted(DayFormat.said(until), DayFormat.said(from))));
    } else if (until.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
      problems.add(
          new Problem(
              LAST_DAY,
              "%s has passed: there is nothing to hand over any more."
                  .formatted(DayFormat.said(until))));
    } else if (until.isAfter(from.plusYears(MOST_YEARS))) {
      problems.add(
          new Problem(
              LAST_DAY,
              "%s is more than %d years after the first day: check the year."
                  .formatted(DayFormat.said(until), MOST_YEARS)));
    }
  }

  private String deputy(AbsenceEntry entry, Optional<Person> person, List<Problem> problems) {
    if (entry.deputyTyped().isEmpty()) {
      return null;
    }
    var answer = finder.find(entry.deputyTyped().get());
    if (answer.problem() != null) {
      problems.add(new Problem(DEPUTY, answer.problem()));
    } else if (person.isPresent() && person.get().id().equals(answer.id())) {
      problems.add(
          new Problem(
              DEPUTY, "Nobody is their own deputy: choose someone else, or leave it empty."));
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
          new Problem(
              DEPUTY,
              "%s is away then, too, and the deputies lead in a circle: %s. Choose someone else, or leave it empty."
                  .formatted(circle.get(0), String.join(" → ", circle))));
    }
  }

  private ZoneId zone(Person person) {
    return workingTime.calendar(person.site()).zone();
  }

  private static Instant beginning(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  private AbsenceReport onRecord(Absence absence) {
    var person = organization.person(absence.personId()).orElseThrow().name();
    var days = DayFormat.said(absence.fromDay(), absence.untilDay());
    var deputy =
        Optional.ofNullable(absence.deputyId()).flatMap(organization::person).map(Person::name);
    return new AbsenceReport(
        AbsenceReport.AWAY,
        absence.id(),
        "%s, %s".formatted(person, days),
        html.of(
            "absence", Locale.ENGLISH, Map.of("person", person, "days", days, "deputy", deputy)),
        absence.untilAt(),
        List.of());
  }

  private static AbsenceReport nothing() {
    return new AbsenceReport(AbsenceReport.NOTHING, null, null, null, null, List.of());
  }

  private AbsenceReport wrong(Optional<Absence> current, Problem problem) {
    return wrong(current, List.of(problem));
  }

  private AbsenceReport wrong(Optional<Absence> current, List<Problem> problems) {
    var kept = current.map(this::onRecord).orElseGet(AbsenceService::nothing);
    return new AbsenceReport(
        AbsenceReport.CORRECT,
        kept.absenceId(),
        kept.title(),
        kept.text(),
        kept.until(),
        List.copyOf(problems));
  }

  /**
   * Moves the open tasks of people who are away by now, of some absences in one transaction, so
   * that no reader waits for all of them.
   *
   * @return whether there may be more
   */
  public boolean handOver() {
    return Boolean.TRUE.equals(transaction.execute(status -> handOverSome()));
  }

  private boolean handOverSome() {
    var now = clock.instant();
    var begun = absences.begun(now, AT_ONCE);
    if (!begun.isEmpty()) {
      workflow.away(begun.stream().map(Absences.Begun::personId).distinct().toList());
      absences.handedOver(begun, now.plus(LOOKED_AT_AGAIN_AFTER));
    }
    return begun.size() == AT_ONCE;
  }
}
