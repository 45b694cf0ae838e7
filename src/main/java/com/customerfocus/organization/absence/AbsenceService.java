package com.customerfocus.organization.absence;

import static com.customerfocus.organization.absence.AbsenceEntry.AWAY;
import static com.customerfocus.organization.absence.AbsenceEntry.BACK;
import static com.customerfocus.organization.absence.AbsenceEntry.FORGET;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.absence.AbsenceReport.Problem;
import com.customerfocus.text.FormHtml;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  /** Absences that begin in one transaction. */
  private static final int AT_ONCE = 50;

  /** Tasks that were made when an absence began are seen by then. */
  private static final Duration LOOKED_AT_AGAIN_AFTER = Duration.ofMinutes(1);

  private static final String WHAT = "What to record";

  private final Absences absences;
  private final AbsenceCheck check;
  private final OrganizationService organization;
  private final AbsenceWorkflow workflow;
  private final FormHtml html;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AbsenceService(
      Absences absences,
      AbsenceCheck check,
      OrganizationService organization,
      AbsenceWorkflow workflow,
      FormHtml html,
      TransactionTemplate transaction,
      Clock clock) {
    this.absences = absences;
    this.check = check;
    this.organization = organization;
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
          current.ifPresent(absence -> check.checkChanges(absence, by));
          return switch (entry.kind() == null ? "" : entry.kind()) {
            case AWAY -> away(current, entry, by);
            case BACK -> back(current, entry, by);
            case FORGET -> current.map(this::onRecord).orElseGet(AbsenceService::nothing);
            default -> wrong(current, new Problem(WHAT, "Choose what is to be recorded."));
          };
        });
  }

  private AbsenceReport away(Optional<Absence> current, AbsenceEntry entry, Actor by) {
    var problems = new ArrayList<Problem>();
    return check
        .absence(current, entry, by, problems)
        .map(this::record)
        .orElseGet(() -> wrong(current, problems));
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
    var person = check.person(current, entry, by, problems);
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
