package com.customerfocus.customercase.introduction.mails;

import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a contact outside whether they took over. */
@Component
class TakenOverRenderer extends ContactMailRenderer {

  static final String KIND = "introduction-question";

  TakenOverRenderer(
      MailComposer mails, CustomerContacts customers, IntroductionLinks links, JdbcClient jdbc) {
    super(KIND, mails, customers, links, jdbc);
  }

  @Override
  boolean applies(ForContact about) {
    return "INTRODUCED".equals(about.state()) && !about.isConfirmed();
  }

  @Override
  void say(Mail mail, ForContact about) {
    mail.subject("introduction.mail.question.subject", about.customerName())
        .paragraph("introduction.mail.question.intro", about.customerName(), about.ownerName());
  }

  @Override
  String button() {
    return "introduction.mail.answer";
  }
}
