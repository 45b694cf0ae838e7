package com.customerfocus.customer.contact;

import com.customerfocus.customer.ContactChoices;
import com.customerfocus.customer.ContactChoices.Chosen;
import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.ContactPurpose;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customer.CustomerMailRenderer;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Confirms changed settings, so that customers notice a change that they did not make. It is news
 * of their own matter, no answer owed by law: who has just said "no contact" gets no mail that says
 * so, the page has said it.
 */
@Component
class SettingsChangedRenderer extends CustomerMailRenderer<List<Chosen>> {

  static final String KIND = "contact-settings-changed";

  private final ContactChoices choices;

  SettingsChangedRenderer(
      MailComposer mails, CustomerContacts customers, ContactLinks links, ContactChoices choices) {
    super(KIND, ContactPurpose.OWN_CASE, mails, customers, links);
    this.choices = choices;
  }

  @Override
  protected Function<Notice, List<Chosen>> find(Collection<Notice> notices) {
    var chosen = choices.together(subjects(notices));
    return notice -> chosen.get(notice.subjectId());
  }

  @Override
  protected void tell(Mail mail, List<Chosen> chosen) {
    mail.subject("contact.mail.changed.subject")
        .paragraph("contact.mail.changed.when", chosen.get(0).chosenAt())
        .quote(
            chosen.stream()
                .map(
                    it ->
                        mail.words().say("contact.chosen.%s.%s".formatted(it.what(), it.chosen())))
                .collect(Collectors.joining("\n")))
        .paragraph("contact.mail.changed.not-you");
  }
}
