package com.customerfocus.customercase.page;

import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.goodwill.GoodwillService;
import com.customerfocus.customercase.goodwill.GoodwillState;
import com.customerfocus.customercase.introduction.IntroductionView;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.page.CasePage.Given;
import com.customerfocus.customercase.page.CasePage.Update;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what customers see on the page of their case. */
@Component
class CasePageReader {

  private final CaseView view;
  private final CustomerContacts customers;
  private final OrganizationService organization;
  private final IntroductionView introductions;
  private final GoodwillService goodwill;

  CasePageReader(
      CaseView view,
      CustomerContacts customers,
      OrganizationService organization,
      IntroductionView introductions,
      GoodwillService goodwill) {
    this.view = view;
    this.customers = customers;
    this.organization = organization;
    this.introductions = introductions;
    this.goodwill = goodwill;
  }

  /** Empty when there is no such case, or the customer's data were removed. */
  Optional<CasePage> read(long caseId) {
    return view.findSurvivor(caseId).flatMap(this::page);
  }

  private Optional<CasePage> page(CustomerCase about) {
    return Optional.ofNullable(customers.find(List.of(about.customerId())).get(about.customerId()))
        .map(
            customer ->
                new CasePage(
                    customer.language(),
                    customer.zone(),
                    customer.name(),
                    about.subject(),
                    about.need(),
                    view.takenIn(about.id()).stream()
                        .map(it -> new CasePage.Need(it.id(), it.need()))
                        .toList(),
                    about.state(),
                    about.ownerName(),
                    organization.person(about.ownerId()).map(Person::mail).orElse(null),
                    about.newsDueAt(),
                    contact(about.id()),
                    given(about.id()),
                    updates(about.id())));
  }

  private CasePage.Contact contact(long caseId) {
    return introductions
        .knownToCustomer(caseId)
        .map(it -> new CasePage.Contact(it.contactName(), it.organization(), it.contactMail()))
        .orElse(null);
  }

  /** Also for a customer who wants no letters: it belongs to the own case. */
  private List<Given> given(long caseId) {
    return goodwill.ofCase(caseId).stream()
        .filter(it -> it.state() == GoodwillState.GRANTED)
        .map(it -> new Given(it.kind().name(), it.amount(), it.currency()))
        .toList();
  }

  private List<Update> updates(long caseId) {
    return view.said(caseId).stream()
        .filter(it -> it.way().isShown() && !it.isOfAnother())
        .sorted(Comparator.comparing(Contact::at).thenComparing(Contact::id).reversed())
        .map(
            it ->
                new Update(
                    it.at(),
                    it.way().isFromCustomer(),
                    it.byName(),
                    it.way() == Contact.Way.CALL,
                    it.words(),
                    it.isCorrected()))
        .toList();
  }
}
