package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.escalation.Escalations.Overdue;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about overdue briefings. */
@Service
@Transactional(readOnly = true)
public class EscalationReports {

  private final Escalations escalations;
  private final BriefingHolders holders;
  private final EscalationMails words;

  EscalationReports(Escalations escalations, BriefingHolders holders, EscalationMails words) {
    this.escalations = escalations;
    this.holders = holders;
    this.words = words;
  }

  /** The briefing of this escalation and everything done about it so far. */
  public Story story(long escalationId) {
    var escalation = escalations.get(escalationId);
    return new Story(
        escalations.overdue(escalation.briefingId()),
        escalations.ofBriefing(escalation.briefingId()),
        holders.site(escalation.escalatedTo().id()));
  }

  /**
   * @param escalations in the order of what happened
   * @param site where the one works who is asked now
   */
  public record Story(Overdue briefing, List<Escalation> escalations, String site) {}

  /**
   * Why whoever is to hold this briefing has it, or has it still; empty when nobody had to decide
   * about it.
   */
  public Optional<String> whyHere(long briefingId) {
    var briefing = escalations.overdue(briefingId);
    return escalations.ofBriefing(briefingId).stream()
        .filter(escalation -> escalation.newDue() != null)
        .reduce((one, next) -> next)
        .map(last -> words.inTask(last, briefing.title(), holders.site(briefing.inCharge().id())));
  }

  /** What was done about the overdue briefings of a cascade, newest first. */
  public List<Escalation> ofCascade(long cascadeId, int offset, int limit) {
    return escalations.ofCascade(cascadeId, offset, limit);
  }
}
