package com.customerfocus.customercase.answer;

import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerMessages.Reply;
import com.customerfocus.incoming.IncomingMail;
import com.customerfocus.incoming.IncomingMailReader;
import org.springframework.stereotype.Component;

/**
 * Takes replies to mails about cases: they go to the owner, and the customer waits for an answer.
 */
@Component
class CaseMailReader implements IncomingMailReader {

  private final CustomerMessages messages;

  CaseMailReader(CustomerMessages messages) {
    this.messages = messages;
  }

  @Override
  public boolean read(IncomingMail mail) {
    if (mail.notice() == null) {
      return false;
    }
    var about = messages.caseOf(mail.notice());
    about.ifPresent(id -> messages.byMail(id, reply(mail)));
    return about.isPresent();
  }

  private static Reply reply(IncomingMail mail) {
    return new Reply(
        mail.said(),
        mail.receivedAt(),
        mail.fromRecipient() ? null : mail.from() == null ? "?" : mail.from(),
        mail.fromRecipient() ? null : mail.fromName(),
        mail.id());
  }
}
