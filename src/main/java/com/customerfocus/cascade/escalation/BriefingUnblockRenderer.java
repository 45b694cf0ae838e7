package com.customerfocus.cascade.escalation;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import org.springframework.stereotype.Component;

/** Asks a manager to unblock a briefing that is overdue below. Its subject is the escalation. */
@Component
class BriefingUnblockRenderer extends EscalationMailRenderer {

  static final String KIND = "briefing-unblock";

  static final String RECIPIENTS =
      """
      select id as subject_id, 0 as occasion, escalated_to as person_id
        from escalation where id = :escalation
      """;

  BriefingUnblockRenderer(MailComposer mails, Escalations escalations) {
    super(KIND, mails, escalations);
  }

  @Override
  boolean isCurrent(Escalated escalated) {
    return escalated.escalation().outcome() == EscalationOutcome.OPEN;
  }

  @Override
  protected void write(Mail mail, Escalated escalated) {
    var escalation = escalated.escalation();
    mail.subject("escalation.unblock.subject", escalated.title())
        .paragraph(
            "escalation.unblock",
            escalation.manager().name(),
            escalated.title(),
            mail.words().day(escalation.due()));
    if (!escalation.inCharge().equals(escalation.manager())) {
      mail.paragraph("escalation.in-place", escalation.inCharge().name());
    }
    mail.paragraph("escalation.unblock.ask", escalation.decisionDueAt());
    if (!mail.reader().id().equals(escalated.launcherId())) {
      mail.paragraph("escalation.unblock.up");
    }
    mail.tasksButton().footer("briefing.mail.automatic");
  }
}
