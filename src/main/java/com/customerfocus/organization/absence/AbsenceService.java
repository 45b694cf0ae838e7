package com.customerfocus.organization.absence;

import static com.customerfocus.organization.absence.AbsenceEntry.AWAY;
import static com.customerfocus.organization.absence.AbsenceEntry.BACK;
import static com.customerfocus.organization.absence.AbsenceEntry.FORGET;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.organization.absence.AbsenceReport.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is away, and until when. */
@Service
public class AbsenceService {

  /** Absences that begin in one transaction, at most. */
  private static final int AT_ONCE = 50;

  /** Tasks that were made when an absence began are seen by then. */
  private static final Duration LOOKED_AT_AGAIN_AFTER = Duration.ofMinutes(1);

  private final Absences absences;
  private final AbsenceChecks checks;
  private final AbsenceReports reports;
  private final AbsenceWorkflow workflow;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AbsenceService(
      Absences absences,
      AbsenceChecks checks,
      AbsenceReports reports,
      AbsenceWorkflow workflow,
      TransactionTemplate transaction,
      ApplicationEventPublisher events,
      Clock clock) {
    this.absences = absences;
    this.checks = checks;
    this.reports = reports;
    this.workflow = workflow;
    this.transaction = transaction;
    this.events = events;
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
          current.ifPresent(absence -> checks.mayChange(absence, by));
          return switch (entry.kind() == null ? "" : entry.kind()) {
            case AWAY -> away(current, entry, by);
            case BACK -> back(current, entry, by);
            case FORGET -> current.map(reports::onRecord).orElseGet(AbsenceReports::nothing);
            default ->
                reports.wrong(
                    current, List.of(Problem.of(AbsenceChecks.WHAT, "refusal.absence.what")));
          };
        });
  }

  private AbsenceReport away(Optional<Absence> current, AbsenceEntry entry, Actor by) {
    var problems = new ArrayList<Problem>();
    return checks
        .absence(current, entry, by, problems)
        .map(this::record)
        .orElseGet(() -> reports.wrong(current, problems));
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
      return reports.onRecord(absence);
    }
    var id = absences.insert(absence, now);
    return reports.onRecord(absences.find(id).orElseThrow());
  }

  private AbsenceReport back(Optional<Absence> current, AbsenceEntry entry, Actor by) {
    var problems = new ArrayList<Problem>();
    var person = checks.person(current, entry, by, problems);
    if (person.isEmpty()) {
      return reports.wrong(current, problems);
    }
    var now = clock.instant();
    absences.lock(person.get().id());
    var open = absences.open(person.get().id(), now);
    if (open.isEmpty()) {
      return current.isPresent()
          ? AbsenceReports.nothing()
          : reports.wrong(
              current,
              List.of(Problem.of(AbsenceChecks.WHAT, "refusal.absence.none", person.get().name())));
    }
    var holding = open.stream().filter(absence -> absence.holds(now)).map(Absence::id).toList();
    var ended =
        current
            .map(absence -> List.of(absence.id()))
            .orElse(holding.isEmpty() ? List.of(open.get(0).id()) : holding);
    end(ended, now);
    return AbsenceReports.nothing();
  }

  private void end(List<Long> ids, Instant now) {
    if (!ids.isEmpty()) {
      absences.end(ids, now);
      workflow.ended(ids);
    }
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
      var people = begun.stream().map(Absences.Begun::personId).collect(Collectors.toSet());
      events.publishEvent(new PeopleAway(people));
      workflow.away(people);
      absences.handedOver(begun, now.plus(LOOKED_AT_AGAIN_AFTER));
    }
    return begun.size() == AT_ONCE;
  }
}
