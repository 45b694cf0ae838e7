package com.customerfocus.customercase.legal;

import com.customerfocus.notice.MailComposer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Warns an owner before a deadline by law passes. */
@Component
class DeadlineNearRenderer extends LegalRenderer {

  DeadlineNearRenderer(MailComposer mails, JdbcClient jdbc) {
    super(NEAR, "legal.mail.near", mails, jdbc);
  }
}
