package com.customerfocus.customercase.page;

import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.introduction.IntroductionView;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.News;
import com.customerfocus.customercase.page.CasePage.Update;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers see and do on the page of their case. */
@Service
public class CasePageService {

  private final CaseView view;
  private final CustomerContacts customers;
  private final OrganizationService organization;
  private final CustomerMessages messages;
  private final CustomerSteps steps;
  private final IntroductionView introductions;

  CasePageService(
      CaseView view,
      CustomerContacts customers,
      OrganizationService organization,
      CustomerMessages messages,
      CustomerSteps steps,
      IntroductionView introductions) {
    this.view = view;
    this.customers = customers;
    this.organization = organization;
    this.messages = messages;
    this.steps = steps;
    this.introductions = introductions;
  }

  /** What became of what a customer sent. */
  public enum Sent {
    RECORDED,
    EMPTY,
    TOO_LONG
  }

  /** Empty when there is no such case, or the customer's data were removed. */
  @Transactional(readOnly = true)
  public Optional<CasePage> open(long caseId) {
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
                    about.state(),
                    about.ownerName(),
                    organization.person(about.ownerId()).map(Person::mail).orElse(null),
                    about.newsDueAt(),
                    contact(about.id()),
                    updates(about.id())));
  }

  private CasePage.Contact contact(long caseId) {
    return introductions
        .knownToCustomer(caseId)
        .map(it -> new CasePage.Contact(it.contactName(), it.organization(), it.contactMail()))
        .orElse(null);
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

  /** A message to the owner. */
  public Sent write(long caseId, String typed) {
    var words = words(typed);
    var fault = fault(words);
    if (fault.isEmpty()) {
      messages.onPage(caseId, words);
    }
    return fault.orElse(Sent.RECORDED);
  }

  /**
   * Whether the customer is comfortable.
   *
   * @param typed in the customer's own words: what is missing, if they are not
   */
  public Sent answer(long caseId, boolean isComfortable, String typed) {
    var words = words(typed);
    if (words != null && words.length() > News.LONGEST) {
      return Sent.TOO_LONG;
    }
    if (isComfortable) {
      steps.comfortable(caseId, words);
      return Sent.RECORDED;
    }
    if (words == null) {
      return Sent.EMPTY;
    }
    steps.notComfortable(caseId, words);
    return Sent.RECORDED;
  }

  private static Optional<Sent> fault(String words) {
    if (words == null) {
      return Optional.of(Sent.EMPTY);
    }
    return words.length() > News.LONGEST ? Optional.of(Sent.TOO_LONG) : Optional.empty();
  }

  /** PostgreSQL knows no NUL; browsers send line breaks as two characters. */
  private static String words(String typed) {
    return Texts.stripToNull(typed.replace("\0", "").replace("\r\n", "\n"));
  }
}
