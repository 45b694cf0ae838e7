package com.customerfocus.cascade.escalation;

import com.customerfocus.notice.MailContent;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whoever had not held a briefing in time how it goes on. Its subject is the escalation. */
@Component
class BriefingDecidedRenderer extends EscalationMailRenderer {

  static final String KIND = "briefing-decided";

  static final String RECIPIENTS =
      """
      select e.id as subject_id, p.id as person_id, p.mail as address, p.language
        from escalation e join person p on p.id = e.in_charge
       where e.id = :escalation
      """;

  private final EscalationMails words;

  BriefingDecidedRenderer(
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
    return Optional.of(words.decided(escalation, title(memo, reader), reader));
  }
}
