package com.customerfocus.customercase.introduction.answer;

import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerMessages.Reply;
import com.customerfocus.customercase.introduction.IntroductionView;
import com.customerfocus.customercase.introduction.mails.IntroductionMails;
import com.customerfocus.incoming.IncomingMail;
import com.customerfocus.incoming.IncomingMailReader;
import org.springframework.stereotype.Component;

/**
 * Takes replies to mails to contacts outside: they go to the owner as what the contact wrote, never
 * as the customer's word. They answer no question: that is for the page.
 */
@Component
class ContactMailReader implements IncomingMailReader {

  private final IntroductionView introductions;
  private final CustomerMessages messages;

  ContactMailReader(IntroductionView introductions, CustomerMessages messages) {
    this.introductions = introductions;
    this.messages = messages;
  }

  @Override
  public boolean read(IncomingMail mail) {
    if (mail.notice() == null || !IntroductionMails.isToContact(mail.notice())) {
      return false;
    }
    var about = introductions.find(mail.notice().subjectId());
    about.ifPresent(
        it ->
            messages.byMail(
                it.caseId(),
                new Reply(
                    mail.said(),
                    mail.receivedAt(),
                    mail.from() == null ? "?" : mail.from(),
                    mail.fromRecipient() ? it.contactName() : mail.fromName(),
                    mail.id())));
    return about.isPresent();
  }
}
