package com.customerfocus.customercase.introduction;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.introduction.mails.IntroductionMails;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What contacts outside were told of a customer, and what they said. Figures stay. */
@Component
@Order(0)
class IntroductionsOfCustomer implements CustomerDataHolder {

  private final Introductions introductions;
  private final IntroductionMails mails;

  IntroductionsOfCustomer(Introductions introductions, IntroductionMails mails) {
    this.introductions = introductions;
    this.mails = mails;
  }

  @Override
  public String part() {
    return "introductions";
  }

  @Override
  public List<Introduction> export(Subject customer) {
    return introductions.ofCustomer(customer.id());
  }

  /** As nodes do that record the result of a mail, before they look at the case. */
  @Override
  public void lock(Subject customer) {
    introductions.ofCustomer(customer.id()).forEach(it -> mails.lock(it.id()));
  }

  /** Mails that wait are not sent: their contact no longer has a name and an address. */
  @Override
  public void remove(Subject customer) {
    var ids = introductions.ofCustomer(customer.id()).stream().map(Introduction::id).toList();
    if (!ids.isEmpty()) {
      ids.forEach(mails::forget);
      introductions.removeWords(ids);
    }
  }
}
