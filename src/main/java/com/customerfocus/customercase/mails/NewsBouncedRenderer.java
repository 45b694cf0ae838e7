package com.customerfocus.customercase.mails;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks an owner to find another way to a customer whom a mail did not reach. */
@Component
class NewsBouncedRenderer extends OwnerMailRenderer {

  static final String KIND = "case-news-bounced";

  NewsBouncedRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails, jdbc);
  }

  @Override
  protected void write(Mail mail, Said said) {
    mail.subject("case.mail.bounced.subject", said.title())
        .paragraph("case.mail.bounced.intro", said.customerName())
        .quote(said.words());
    if (said.isOver()) {
      mail.paragraph("case.mail.bounced.over");
    } else {
      mail.paragraph("case.mail.bounced.what").tasksButton();
    }
    mail.footer("case.mail.automatic");
  }
}
