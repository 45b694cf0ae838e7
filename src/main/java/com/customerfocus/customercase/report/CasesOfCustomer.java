package com.customerfocus.customercase.report;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.LateNews;
import com.customerfocus.customercase.news.News;
import java.util.List;
import org.springframework.stereotype.Component;

/** Cases of a customer: what was needed, said and noted. Figures stay after a removal. */
@Component
class CasesOfCustomer implements CustomerDataHolder {

  private final CaseView view;
  private final CustomerMessages cases;
  private final News news;

  CasesOfCustomer(CaseView view, CustomerMessages cases, News news) {
    this.view = view;
    this.cases = cases;
    this.news = news;
  }

  /** One case. */
  record Kept(
      CustomerCase about, List<CaseEvent> history, List<Contact> contacts, List<LateNews> late) {}

  @Override
  public String part() {
    return "cases";
  }

  @Override
  public List<Kept> export(Subject customer) {
    return view.ofCustomer(customer.id()).stream()
        .map(
            id ->
                new Kept(
                    view.find(id).orElseThrow(), view.events(id), view.contacts(id), news.late(id)))
        .toList();
  }

  /** Locked before the customer's row, as the steps of cases do. */
  @Override
  public void lock(Subject customer) {
    cases.lockOfCustomer(customer.id());
  }

  @Override
  public void remove(Subject customer) {
    cases.removeCustomer(customer.id());
  }
}
