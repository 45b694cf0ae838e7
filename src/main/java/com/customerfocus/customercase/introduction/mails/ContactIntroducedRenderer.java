package com.customerfocus.customercase.introduction.mails;

import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Introduces a customer to the contact outside who has said yes. */
@Component
class ContactIntroducedRenderer extends ContactMailRenderer {

  static final String KIND = "introduction-contact";

  ContactIntroducedRenderer(
      MailComposer mails, CustomerContacts customers, IntroductionLinks links, JdbcClient jdbc) {
    super(KIND, mails, customers, links, jdbc);
  }

  @Override
  boolean applies(ForContact about) {
    return "INTRODUCED".equals(about.state());
  }

  @Override
  void say(Mail mail, ForContact about) {
    mail.subject("introduction.mail.contact.subject", about.customerName())
        .paragraph("introduction.mail.contact.intro", about.customerName(), about.ownerName())
        .quote(about.story());
    if (about.words() != null) {
      mail.paragraph("introduction.mail.contact.words", about.ownerName()).quote(about.words());
    }
    mail.paragraph("introduction.mail.contact.due", about.takeOverDueAt());
  }

  @Override
  String button() {
    return "introduction.mail.page";
  }
}
