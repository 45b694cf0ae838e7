package com.customerfocus.customercase.introduction.mails;

import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a contact outside whether they help a customer who has agreed to it. */
@Component
class BriefingRenderer extends ContactMailRenderer {

  static final String KIND = "introduction-briefing";

  BriefingRenderer(
      MailComposer mails, CustomerContacts customers, IntroductionLinks links, JdbcClient jdbc) {
    super(KIND, mails, customers, links, jdbc);
  }

  @Override
  boolean applies(ForContact about) {
    return "BRIEFED".equals(about.state());
  }

  @Override
  void say(Mail mail, ForContact about) {
    mail.subject("introduction.mail.briefing.subject", about.ownerName())
        .paragraph("introduction.mail.briefing.intro", about.ownerName(), about.customerName())
        .quote(about.story())
        .paragraph("introduction.mail.briefing.question", about.answerDueAt());
  }

  @Override
  String button() {
    return "introduction.mail.answer";
  }
}
