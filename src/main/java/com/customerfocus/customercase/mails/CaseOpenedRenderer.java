package com.customerfocus.customercase.mails;

import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a customer who stays with them, and when they hear from us. Its occasion is the run. */
@Component
class CaseOpenedRenderer extends CaseMailRenderer {

  static final String KIND = "case-opened";

  CaseOpenedRenderer(
      MailComposer mails,
      CustomerContacts customers,
      ContactLinks links,
      JdbcClient jdbc,
      CaseLinks cases) {
    super(KIND, mails, customers, links, jdbc, cases);
  }

  @Override
  boolean applies(AboutCase about) {
    return about.isOpen();
  }

  @Override
  void say(Mail mail, AboutCase about) {
    mail.subject("case.mail.opened.subject", about.subject())
        .paragraph("case.mail.opened.intro", about.ownerName())
        .quote(about.need())
        .paragraph("case.mail.opened.reference", String.valueOf(about.id()))
        .paragraph("case.mail.news.next", about.newsDueAt());
  }
}
