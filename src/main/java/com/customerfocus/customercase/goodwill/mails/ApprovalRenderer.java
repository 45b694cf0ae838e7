package com.customerfocus.customercase.goodwill.mails;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a manager to approve goodwill. Its occasion is when they were asked. */
@Component
class ApprovalRenderer extends GoodwillRenderer {

  static final String KIND = "goodwill-approval";

  ApprovalRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails, jdbc);
  }

  @Override
  boolean applies(Told told, Notice notice) {
    return told.state().equals("WAITING")
        // Another manager has been asked since, or the same one once more.
        && notice.occasion() == told.askedAt().toEpochMilli();
  }

  @Override
  protected void write(Mail mail, Told told) {
    mail.subject("goodwill.mail.approval.subject", told.customer(), what(mail, told))
        .paragraph("goodwill.mail.approval.intro", told.offeredByName(), told.customer())
        .paragraph("goodwill.mail.approval.what", what(mail, told))
        .quote(told.reason())
        .paragraph(
            told.isLastAsked() ? "goodwill.mail.approval.last" : "goodwill.mail.approval.until",
            told.approveBy())
        .tasksButton()
        .footer("goodwill.mail.automatic");
  }
}
