package com.customerfocus.customercase.goodwill.mails;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells an owner what became of goodwill. Its occasion is 1 for who offered it in their place. */
@Component
class DecisionRenderer extends GoodwillRenderer {

  static final String KIND = "goodwill-decided";

  DecisionRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails, jdbc);
  }

  @Override
  boolean applies(Told told, Notice notice) {
    return !told.state().equals("WAITING");
  }

  @Override
  protected void write(Mail mail, Told told) {
    mail.subject("goodwill.mail.decided.subject." + told.state(), told.customer())
        .paragraph("goodwill.mail.decided." + told.state(), what(mail, told), told.decidedByName());
    if (told.note() != null) {
      mail.quote(told.note());
    }
    mail.tasksButton().footer("goodwill.mail.automatic");
  }
}
