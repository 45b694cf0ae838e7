package com.customerfocus.customercase.introduction;

import com.customerfocus.customercase.introduction.mails.IntroductionMails;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.DeliveryListener;
import com.customerfocus.notice.Notice;
import org.springframework.stereotype.Component;

/** A contact whom a mail does not reach cannot look after the customer. */
@Component
class IntroductionBounces implements DeliveryListener {

  private final ContactSteps contacts;

  IntroductionBounces(ContactSteps contacts) {
    this.contacts = contacts;
  }

  @Override
  public void bounced(Notice notice, Bounce bounce) {
    if (IntroductionMails.isToContact(notice)) {
      contacts.bounced(notice.subjectId());
    }
  }
}
