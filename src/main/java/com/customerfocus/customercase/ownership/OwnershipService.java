package com.customerfocus.customercase.ownership;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.customercase.CaseMoves.Move;
import com.customerfocus.customercase.CaseMoves.Place;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.organization.PeopleFinder;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers of cases to colleagues. A case has one open offer at most, and moves when the colleague
 * accepts it, not before.
 */
@Service
@Transactional
public class OwnershipService {

  /** Working days until an offer expires, on the colleague's calendar. */
  static final int DAYS_TO_ANSWER = 2;

  private final CaseOffers offers;
  private final CaseMoves cases;
  private final OfferNews news;
  private final PeopleFinder people;
  private final NewOwners owners;
  private final PersonalDueDates dates;
  private final Clock clock;

  OwnershipService(
      CaseOffers offers,
      CaseMoves cases,
      OfferNews news,
      PeopleFinder people,
      NewOwners owners,
      PersonalDueDates dates,
      Clock clock) {
    this.offers = offers;
    this.cases = cases;
    this.news = news;
    this.people = people;
    this.owners = owners;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * An offer as its process needs it.
   *
   * @param title customer and need
   */
  public record Offered(CaseOffer offer, String title) {}

  /**
   * The owner offers a case to a colleague.
   *
   * @throws NotAllowedException when the case is not this person's
   * @throws InvalidInputException when something is missing or wrong, the case is over, has an open
   *     offer, or the colleague is away
   */
  public Offered offer(OfferEntry entry, Actor by) {
    Inputs.check(entry);
    var about = cases.lockToMove(Inputs.recordNumber(entry.caseNumber(), "refusal.case.number"));
    by.mustActFor("refusal.case.not-yours", about.ownerId());
    if (about.state().isOver()) {
      throw new InvalidInputException("refusal.case.over");
    }
    for (var open : offers.open(List.of(about.id()))) {
      throw new InvalidInputException("refusal.ownership.open", open.toName());
    }
    var to = colleague(entry, about);
    var id =
        offers.add(
            new CaseOffers.New(
                about.id(),
                about.ownerId(),
                to,
                entry.why(),
                entry.words(),
                clock.instant(),
                dates.inDays(DAYS_TO_ANSWER, to)));
    return new Offered(offers.find(id).orElseThrow(), about.title());
  }

  private String colleague(OfferEntry entry, CustomerCase about) {
    var found = people.find(entry.colleague());
    if (found.problem() != null) {
      throw new InvalidInputException(List.of(found.problem()));
    }
    if (found.id().equals(about.ownerId())) {
      throw new InvalidInputException("refusal.ownership.own");
    }
    if (!owners.isThere(found.id())) {
      throw new InvalidInputException("refusal.ownership.away");
    }
    return found.id();
  }

  /** Whether this entry means this employee. */
  boolean isColleague(String employeeId, String entered) {
    return entered != null && employeeId.equals(people.find(entered).id());
  }

  /**
   * The colleague answers.
   *
   * @throws NotAllowedException when it was offered to another person
   * @throws InvalidInputException when something is missing or wrong, the offer is over, or the
   *     person who would own the case is not there
   */
  public CaseOffer answer(long id, OfferAnswer answer, Actor by) {
    var about = cases.lockToMove(find(id).caseId());
    var offer = find(id);
    by.mustActFor("refusal.ownership.not-yours", offer.toId());
    if (!offer.isOpen()) {
      throw new InvalidInputException("refusal.ownership.over");
    }
    // Ended first, so that the move does not withdraw it.
    offers.end(List.of(id), answer.state(), clock.instant(), by.id(), answer.words());
    if (answer.state() == OfferState.ACCEPTED) {
      var owner = owners.owner(offer.toId(), by);
      cases.record(
          List.of(new Move(new Place(about.id(), about.ownerId()), owner)),
          by.id(),
          offer.note(),
          true);
    }
    news.ended(id);
    return find(id);
  }

  /** The colleague has not answered in time: the owner keeps the case. */
  public CaseOffer expire(long id) {
    cases.lockToMove(find(id).caseId());
    offers.end(List.of(id), OfferState.EXPIRED, clock.instant(), null, null);
    news.ended(id);
    return find(id);
  }

  private CaseOffer find(long id) {
    return offers.find(id).orElseThrow(() -> new NotAllowedException("refusal.case.unknown"));
  }
}
