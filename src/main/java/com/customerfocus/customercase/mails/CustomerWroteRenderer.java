package com.customerfocus.customercase.mails;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells an owner what the customer wrote. */
@Component
class CustomerWroteRenderer extends OwnerMailRenderer {

  static final String KIND = "case-message";

  CustomerWroteRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails, jdbc);
  }

  @Override
  protected void write(Mail mail, Said said) {
    mail.subject("case.mail.message.subject", said.title())
        .paragraph("case.mail.message.intro", said.writer())
        .quote(said.words());
    if (said.isOver()) {
      mail.paragraph("case.mail.message.over");
    } else {
      mail.tasksButton();
    }
    mail.footer("case.mail.automatic");
  }
}
