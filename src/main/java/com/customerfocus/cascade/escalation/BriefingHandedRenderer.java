package com.customerfocus.cascade.escalation;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.stereotype.Component;

/** Asks a colleague to brief a team in its manager's place. Its subject is the escalation. */
@Component
class BriefingHandedRenderer extends EscalationMailRenderer {

  static final String KIND = "briefing-handed";

  /** Managers who took it over themselves know. */
  static final String RECIPIENTS =
      """
      select id as subject_id, 0 as occasion, handed_to as person_id
        from escalation where id = :escalation and handed_to <> outcome_by
      """;

  BriefingHandedRenderer(MailComposer mails, Escalations escalations) {
    super(KIND, mails, escalations);
  }

  @Override
  protected void write(Mail mail, Escalated escalated) {
    var escalation = escalated.escalation();
    mail.subject("escalation.handed.subject", escalation.manager().name())
        .text(EscalationWords.handed(mail.words(), escalation, escalated.title()))
        .text(EscalationWords.note(mail.words(), escalation))
        .tasksButton()
        .footer("briefing.mail.automatic");
  }
}
