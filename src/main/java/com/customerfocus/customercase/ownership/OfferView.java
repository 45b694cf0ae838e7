package com.customerfocus.customercase.ownership;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.remark.CasePart;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.support.Sentence;
import com.customerfocus.text.FormHtml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads offers as forms need them; the customer's part of the export and of the removal. */
@Component
public class OfferView implements CustomerDataHolder, CasePart {

  private final CaseOffers offers;
  private final CaseView cases;
  private final FormHtml html;
  private final PersonalDueDates dates;

  OfferView(CaseOffers offers, CaseView cases, FormHtml html, PersonalDueDates dates) {
    this.offers = offers;
    this.cases = cases;
    this.html = html;
    this.dates = dates;
  }

  /**
   * What the colleague sees, as HTML: who offers the case and why, until when on the colleague's
   * clock, and the case.
   */
  public String offerHtml(long id) {
    var offer = offers.find(id).orElseThrow();
    var zone = dates.calendar(offer.toId()).zone();
    return html.of("case-offer", Locale.ENGLISH, Map.of("it", offer, "zone", zone))
        + cases.caseHtml(offer.caseId());
  }

  /** What became of an offer, for a person whose page is out of date. */
  public Sentence whatHappened(long id) {
    var offer = offers.find(id).orElseThrow();
    return new Sentence(
        "ownership.now." + offer.state(), offer.toName() == null ? offer.toId() : offer.toName());
  }

  /** Numbers of the offers of a customer's cases. */
  public List<Long> ofCustomer(long customerId) {
    return offers.ofCustomer(customerId).stream().map(CaseOffer::id).toList();
  }

  @Override
  public String part() {
    return "case-offers";
  }

  @Override
  public List<CaseOffer> export(Subject customer) {
    return offers.ofCustomer(customer.id());
  }

  @Override
  public List<CaseOffer> ofCase(long caseId) {
    return offers.ofCase(caseId);
  }

  @Override
  public void remove(Subject customer) {
    var ids = ofCustomer(customer.id());
    if (!ids.isEmpty()) {
      offers.removeWords(ids);
    }
  }
}
