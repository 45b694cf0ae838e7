package com.customerfocus.customercase.legal;

import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells an owner that a deadline by law has passed. */
@Component
class DeadlinePassedRenderer extends LegalRenderer {

  DeadlinePassedRenderer(MailComposer mails, JdbcClient jdbc) {
    super(PASSED, "legal.mail.passed", mails, jdbc);
  }
}
