package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.briefing.BriefingRemark;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.text.FormHtml;
import com.customerfocus.worktime.WorkingTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms in Tasklist show of overdue briefings. */
@Service
@Transactional(readOnly = true)
public class EscalationTexts implements BriefingRemark {

  private final Escalations escalations;
  private final OrganizationService organization;
  private final WorkingTime workingTime;
  private final EscalationWords words;
  private final FormHtml html;

  EscalationTexts(
      Escalations escalations,
      OrganizationService organization,
      WorkingTime workingTime,
      EscalationWords words,
      FormHtml html) {
    this.escalations = escalations;
    this.organization = organization;
    this.workingTime = workingTime;
    this.words = words;
    this.html = html;
  }

  /** What is overdue, and what was done about it so far; HTML for the manager who is asked now. */
  public String overdueHtml(long escalationId) {
    var escalation = escalations.get(escalationId);
    var reader = organization.person(escalation.escalatedTo().id()).orElseThrow();
    var done =
        escalations.ofBriefing(escalation.briefingId()).stream()
            .filter(it -> it.outcome() != EscalationOutcome.OPEN)
            .toList();
    return html.of(
        "overdue",
        Locale.forLanguageTag(reader.language()),
        Map.of(
            "briefing", escalations.overdue(escalation.briefingId()),
            "done", done,
            "zone", workingTime.calendar(reader.site()).zone()));
  }

  /**
   * Why the person who is to hold this briefing has it, or has it still; empty when no manager
   * above had to decide about it.
   */
  @Override
  public Optional<String> remark(long briefingId) {
    var briefing = escalations.overdue(briefingId);
    return escalations.ofBriefing(briefingId).stream()
        .filter(escalation -> escalation.newDue() != null)
        .reduce((one, next) -> next)
        .map(last -> words.inTask(last, briefing.title(), site(briefing.inCharge().id())));
  }

  private String site(String personId) {
    return organization.person(personId).map(Person::site).orElse(null);
  }
}
