package com.customerfocus.cascade.escalation;

import com.customerfocus.notice.MailContent;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks a manager to unblock a briefing that is overdue below. Its subject is the escalation. */
@Component
class BriefingUnblockRenderer extends EscalationMailRenderer {

  static final String KIND = "briefing-unblock";

  static final String RECIPIENTS =
      """
      select e.id as subject_id, p.id as person_id, p.mail as address, p.language
        from escalation e join person p on p.id = e.escalated_to
       where e.id = :escalation
      """;

  private final EscalationMails words;

  BriefingUnblockRenderer(
      Escalations escalations, OrganizationService organization, EscalationMails words) {
    super(escalations, organization);
    this.words = words;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  Optional<MailContent> letter(Escalation escalation, Escalations.Memo memo, Person reader) {
    return Optional.of(escalation)
        .filter(open -> open.outcome() == EscalationOutcome.OPEN)
        .map(
            open ->
                words.unblock(
                    open, title(memo, reader), reader, !reader.id().equals(memo.launcherId())));
  }
}
