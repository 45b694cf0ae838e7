package com.customerfocus.cascade.escalation;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.briefing.BriefingWorkflow;
import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.deadline.DueDates;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A manager above decides how an overdue briefing goes on. */
@Service
@Transactional
public class UnblockingService {

  private static final int MOST_DAYS = 60;

  private final Escalations escalations;
  private final BriefingHolders holders;
  private final DecisionRecords decisions;
  private final BriefingWorkflow workflow;
  private final EscalationWords words;
  private final DueDates dueDates;

  UnblockingService(
      Escalations escalations,
      BriefingHolders holders,
      DecisionRecords decisions,
      BriefingWorkflow workflow,
      EscalationWords words,
      DueDates dueDates) {
    this.escalations = escalations;
    this.holders = holders;
    this.decisions = decisions;
    this.workflow = workflow;
    this.words = words;
    this.dueDates = dueDates;
  }

  /** Colleagues who might hold the briefing of this escalation in its manager's place. */
  @Transactional(readOnly = true)
  public List<Candidate> candidates(long escalationId) {
    var briefing = escalations.overdue(escalations.get(escalationId).briefingId());
    return holders.candidates(briefing);
  }

  /**
   * @param id employee id
   * @param label name and department
   */
  public record Candidate(String id, String label) {}

  /**
   * Records and carries out the manager's decision.
   *
   * @param actor who decided
   * @throws NotAllowedException when another was asked to decide
   * @throws InvalidInputException when it cannot go on like this
   */
  public void unblocked(
      long briefingId, long escalationId, EscalationDecision decision, Actor actor) {
    var escalation = escalations.get(escalationId);
    if (escalation.briefingId() != briefingId) {
      throw new IllegalArgumentException(
          "Escalation %d is not about briefing %d".formatted(escalationId, briefingId));
    }
    actor.mustActFor("refusal.escalation.not-yours", escalation.escalatedTo().id());
    var by = actor.id();
    var briefing = escalations.lock(briefingId);
    if (!briefing.awaited()) {
      throw new InvalidInputException("refusal.escalation.over", briefing.manager().name());
    }
    if (holders.inCharge(briefing).contains(by)) {
      throw new InvalidInputException("refusal.escalation.own");
    }
    Inputs.check(decision);
    var holder = holders.holder(decision, briefing, by);
    var days = days(decision.days());
    var note = Inputs.required(decision.reason(), "refusal.escalation.reason");
    var site = holders.site(holder.id());
    var newDue = earlier(dueDates.inDays(days, site), briefing.closesAt());
    var outcome = outcome(decision, holder, by);
    decisions.record(escalationId, briefing, outcome, by, note, newDue, holder.id());
    var why = words.inTask(escalations.get(escalationId), briefing.title(), site);
    if (outcome == EscalationOutcome.EXTENDED) {
      workflow.briefingPutOff(briefing.briefingId(), newDue, why);
    } else {
      workflow.briefingTakenOver(
          briefing.briefingId(), holder.id(), briefing.manager().name(), newDue, why);
    }
  }

  private static EscalationOutcome outcome(
      EscalationDecision decision, Participant holder, String by) {
    if (EscalationDecision.EXTEND.equals(decision.decision())) {
      return EscalationOutcome.EXTENDED;
    }
    return holder.id().equals(by) ? EscalationOutcome.TAKEN_OVER : EscalationOutcome.HANDED_OVER;
  }

  private static int days(Integer days) {
    if (days == null || days < 1 || days > MOST_DAYS) {
      throw new InvalidInputException("refusal.escalation.days", MOST_DAYS);
    }
    return days;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
