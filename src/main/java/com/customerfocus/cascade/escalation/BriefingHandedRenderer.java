package com.customerfocus.cascade.escalation;

import com.customerfocus.notice.MailContent;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks somebody to brief a team in the place of its manager. Its subject is the escalation. */
@Component
class BriefingHandedRenderer extends EscalationMailRenderer {

  static final String KIND = "briefing-handed";

  /** Who took it over themselves knows. */
  static final String RECIPIENTS =
      """
      select e.id as subject_id, p.id as person_id, p.mail as address, p.language
        from escalation e join person p on p.id = e.handed_to
       where e.id = :escalation and e.handed_to <> e.outcome_by
      """;

  private final EscalationMails words;

  BriefingHandedRenderer(
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
    return Optional.of(words.handed(escalation, title(memo, reader), reader));
  }
}
