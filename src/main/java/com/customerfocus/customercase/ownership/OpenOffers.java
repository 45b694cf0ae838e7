package com.customerfocus.customercase.ownership;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.OpenMatters;
import com.customerfocus.support.Sentence;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An offer that is not answered keeps its case open. It is withdrawn when the case gets another
 * owner otherwise, or ends all the same, as by joining it with another one.
 */
@Component
class OpenOffers implements OpenMatters {

  private static final int BATCH = 1_000;

  private final CaseOffers offers;
  private final OfferNews news;
  private final OwnershipWorkflow workflow;
  private final Clock clock;

  OpenOffers(CaseOffers offers, OfferNews news, OwnershipWorkflow workflow, Clock clock) {
    this.offers = offers;
    this.news = news;
    this.workflow = workflow;
    this.clock = clock;
  }

  @Override
  public List<Sentence> of(CustomerCase about) {
    return offers.open(List.of(about.id())).stream()
        .map(it -> new Sentence("case.open.offer", it.toName() == null ? it.toId() : it.toName()))
        .toList();
  }

  /** It is withdrawn when another case takes this one in. */
  @Override
  public boolean keepsFromJoining() {
    return false;
  }

  @EventListener
  void moved(CaseMoves.Moved moved) {
    var cases = moved.cases();
    for (var start = 0; start < cases.size(); start += BATCH) {
      var some = cases.subList(start, Math.min(start + BATCH, cases.size()));
      news.moved(some);
      withdraw(some, moved.tells());
    }
  }

  @EventListener
  void ended(CaseEvent.Recorded recorded) {
    if (recorded.event().after().isOver()) {
      withdraw(List.of(recorded.event().caseId()), true);
    }
  }

  private void withdraw(List<Long> cases, boolean tells) {
    var open = offers.open(cases).stream().map(CaseOffer::id).toList();
    if (!open.isEmpty()) {
      offers.end(open, OfferState.WITHDRAWN, clock.instant(), null, null);
      if (tells) {
        workflow.noLongerNeeded(open);
      }
    }
  }
}
