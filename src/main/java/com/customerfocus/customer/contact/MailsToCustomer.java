package com.customerfocus.customer.contact;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.notice.Recipient;
import org.springframework.stereotype.Component;

/** The mails to a customer: which, when, to which address, and why one was not sent. */
@Component
class MailsToCustomer implements CustomerDataHolder {

  private final NoticeService notices;

  MailsToCustomer(NoticeService notices) {
    this.notices = notices;
  }

  @Override
  public String part() {
    return "mails";
  }

  @Override
  public Object export(Subject customer) {
    return notices.to(Recipient.customer(customer.id()));
  }

  @Override
  public void lock(Subject customer) {
    notices.lock(Recipient.customer(customer.id()));
  }

  @Override
  public void remove(Subject customer) {
    notices.forget(Recipient.customer(customer.id()));
  }
}
