package com.customerfocus.customercase;

import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.news.News;
import com.customerfocus.customercase.news.News.NewOwner;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives open cases to other owners, and joins two cases of a customer. Cases that get other owners
 * are read and locked with one statement and written in batches.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseMoves {

  private static final int BATCH = 1_000;

  private final CustomerCases cases;
  private final CaseJournal journal;
  private final News news;
  private final CaseWorkflow workflow;
  private final OrganizationService organization;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseMoves(
      CustomerCases cases,
      CaseJournal journal,
      News news,
      CaseWorkflow workflow,
      OrganizationService organization,
      ApplicationEventPublisher events,
      Clock clock) {
    this.cases = cases;
    this.journal = journal;
    this.news = news;
    this.workflow = workflow;
    this.organization = organization;
    this.events = events;
    this.clock = clock;
  }

  /**
   * An open case and its owner.
   *
   * @param ownerId employee id
   */
  public record Place(long id, String ownerId) {}

  /**
   * A case that goes to another owner.
   *
   * @param toId employee id
   */
  public record Move(Place from, String toId) {}

  /**
   * Cases have other owners. Published in the transaction, after tables and tasks have followed.
   *
   * @param tells whether processes are told; not in a dry run
   */
  public record Moved(List<Move> moves, boolean tells) {

    /** Numbers of the cases. */
    public List<Long> cases() {
      return moves.stream().map(it -> it.from().id()).toList();
    }
  }

  /**
   * Cases are about to be locked that may get other owners. Published in the transaction, for what
   * is to be locked before them.
   *
   * @param withPartner numbers of those that a partner department works on
   */
  public record Moving(List<Long> withPartner) {}

  /**
   * Locks a case that may get another owner, until the transaction ends.
   *
   * @throws NotAllowedException when there is none
   */
  public CustomerCase lockToMove(long id) {
    moving(
        cases.find(id).filter(it -> it.state() == CaseState.WITH_PARTNER).stream()
            .map(CustomerCase::id)
            .toList());
    return cases.lock(id);
  }

  private void moving(List<Long> withPartner) {
    if (!withPartner.isEmpty()) {
      events.publishEvent(new Moving(withPartner));
    }
  }

  /**
   * Locks both, in the same order for the two directions.
   *
   * @return them as they were given
   */
  public List<CustomerCase> lockBoth(long one, long other) {
    var lower = cases.lock(Math.min(one, other));
    var higher = cases.lock(Math.max(one, other));
    return one == lower.id() ? List.of(lower, higher) : List.of(higher, lower);
  }

  /** Locks the open cases of these owners. */
  public List<Place> lockOwnedBy(Collection<String> people) {
    if (people.isEmpty()) {
      return List.of();
    }
    moving(cases.withPartnerOwnedBy(people));
    return cases.lockOwnedBy(people);
  }

  /** Locks the open cases whose owners no longer work here. */
  public List<Place> lockOfLeavers() {
    moving(cases.withPartnerOfLeavers());
    return cases.lockOfLeavers();
  }

  /**
   * Gives cases that the transaction has locked to other owners.
   *
   * @param by login; null for the program
   * @param note why, or null
   * @param tells whether processes are told; not in a dry run, which takes back tables only
   */
  public void record(List<Move> moves, String by, String note, boolean tells) {
    if (moves.isEmpty()) {
      return;
    }
    cases.move(moves, by, note, clock.instant());
    for (var start = 0; start < moves.size(); start += BATCH) {
      clocks(moves.subList(start, Math.min(start + BATCH, moves.size())));
    }
    if (tells) {
      workflow.moved(moves.stream().collect(Collectors.toMap(it -> it.from().id(), Move::toId)));
    }
    events.publishEvent(new Moved(moves, tells));
  }

  private void clocks(List<Move> moves) {
    var people =
        organization.people(moves.stream().map(Move::toId).distinct().toList()).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    news.ownersMoved(
        moves.stream()
            .collect(Collectors.toMap(it -> it.from().id(), it -> owner(it.toId(), people))));
  }

  private static NewOwner owner(String id, Map<String, Person> people) {
    return new NewOwner(id, people.containsKey(id) ? people.get(id).site() : null);
  }

  /**
   * Joins two cases that the transaction has locked: the second goes on for both, with the earlier
   * of their moments; of the first nothing is left to be done.
   *
   * @param note why
   * @param by login
   * @return the one that goes on
   */
  public CustomerCase join(CustomerCase joined, CustomerCase survivor, String note, String by) {
    news.joined(survivor.id(), joined.id());
    cases.setJoined(joined.id(), survivor.id());
    Stream.of(
            new CaseChange(joined, CaseStep.JOIN, by).says(note),
            new CaseChange(survivor, CaseStep.TAKE_IN, by).says(note))
        .forEach(journal::record);
    workflow.joined(joined.id());
    return cases.find(survivor.id()).orElseThrow();
  }
}
