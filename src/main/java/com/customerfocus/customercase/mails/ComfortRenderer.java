package com.customerfocus.customercase.mails;

import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a customer again whether they have the right contact. Its occasion is which question. */
@Component
class ComfortRenderer extends CaseMailRenderer {

  static final String KIND = "case-comfort";

  ComfortRenderer(
      MailComposer mails,
      CustomerContacts customers,
      ContactLinks links,
      JdbcClient jdbc,
      CaseLinks cases) {
    super(KIND, mails, customers, links, jdbc, cases);
  }

  @Override
  boolean applies(AboutCase about) {
    return about.isAsked();
  }

  @Override
  void say(Mail mail, AboutCase about) {
    mail.subject("case.mail.comfort.subject", about.subject())
        .paragraph("case.mail.comfort.intro", about.ownerName())
        .paragraph("case.mail.comfort.question");
  }
}
