package com.customerfocus.customercase.ownership;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Offers and answers of other programs. The same call again, also at the same moment, does nothing:
 * the lock on the case lets the second one see what the first has done.
 */
@Service
@Transactional
public class OfferEntryService {

  private final CaseOffers offers;
  private final CaseMoves cases;
  private final OwnershipService ownership;
  private final OwnershipWorkflow workflow;

  OfferEntryService(
      CaseOffers offers, CaseMoves cases, OwnershipService ownership, OwnershipWorkflow workflow) {
    this.offers = offers;
    this.cases = cases;
    this.ownership = ownership;
    this.workflow = workflow;
  }

  /**
   * The offer of a call.
   *
   * @param isNew false when it was made by the same call before
   */
  public record Entry(CaseOffer offer, boolean isNew) {}

  /**
   * Offers a case to a colleague, whose task begins.
   *
   * @throws NotAllowedException when the case is not this person's
   * @throws InvalidInputException as {@link OwnershipService#offer}
   */
  public Entry offer(long caseId, OfferEntry entry, Actor by) {
    cases.lockToMove(caseId);
    var known = known(caseId, entry, by);
    return known.isPresent()
        ? new Entry(known.get(), false)
        : new Entry(offers.find(workflow.offer(entry, by)).orElseThrow(), true);
  }

  private Optional<CaseOffer> known(long caseId, OfferEntry entry, Actor by) {
    return offers.open(List.of(caseId)).stream()
        .filter(it -> by.mayActFor(it.fromId()))
        .filter(it -> it.reason().name().equals(entry.reason()))
        .filter(it -> it.note().equals(Texts.stripToNull(entry.note())))
        .filter(it -> ownership.isColleague(it.toId(), entry.colleague()))
        .findFirst();
  }

  /**
   * Answers an offer; the task of the colleague ends.
   *
   * @throws NotAllowedException when it was offered to another person, or there is none in this
   *     case
   * @throws InvalidInputException as {@link OwnershipService#answer}
   */
  public CaseOffer answer(long caseId, long offerId, OfferAnswer answer, Actor by) {
    cases.lockToMove(caseId);
    var offer =
        offers
            .find(offerId)
            .filter(it -> it.caseId() == caseId)
            .orElseThrow(() -> new NotAllowedException("refusal.ownership.unknown"));
    if (by.id().equals(offer.answeredBy()) && offer.state() == answer.state()) {
      return offer;
    }
    var answered = ownership.answer(offerId, answer, by);
    workflow.noLongerNeeded(List.of(offerId));
    return answered;
  }

  /** All offers of a case, in order. */
  @Transactional(readOnly = true)
  public List<CaseOffer> ofCase(long caseId) {
    return offers.ofCase(caseId);
  }
}
