package com.customerfocus.cascade.escalation;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.stereotype.Component;

/** Tells the manager who had not held a briefing in time how it goes on. */
@Component
class BriefingDecidedRenderer extends EscalationMailRenderer {

  static final String KIND = "briefing-decided";

  static final String RECIPIENTS =
      """
      select id as subject_id, 0 as occasion, in_charge as person_id
        from escalation where id = :escalation
      """;

  BriefingDecidedRenderer(MailComposer mails, Escalations escalations) {
    super(KIND, mails, escalations);
  }

  @Override
  protected void write(Mail mail, Escalated escalated) {
    var escalation = escalated.escalation();
    var isExtended = escalation.outcome() == EscalationOutcome.EXTENDED;
    mail.subject(
            isExtended ? "escalation.extended.subject" : "escalation.taken.subject",
            escalated.title())
        .text(
            isExtended
                ? EscalationWords.extended(mail.words(), escalation, escalated.title())
                : EscalationWords.taken(mail.words(), escalation, escalated.title()))
        .text(EscalationWords.note(mail.words(), escalation));
    if (isExtended) {
      mail.tasksButton();
    }
    mail.footer("briefing.mail.automatic");
  }
}
