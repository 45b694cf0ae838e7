package com.customerfocus.customercase.escalation;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.customercase.CaseMoves.Move;
import com.customerfocus.customercase.CaseMoves.Place;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.ownership.NewOwners;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks managers to decide on cases, each reason once in each run of a case. */
@Service
@Transactional
public class CaseEscalationService {

  private final CaseEscalations escalations;
  private final CaseEscalationWorkflow workflow;
  private final CaseMoves cases;
  private final DecidingManagers managers;
  private final EscalationNews news;
  private final NewOwners owners;
  private final Clock clock;

  CaseEscalationService(
      CaseEscalations escalations,
      CaseEscalationWorkflow workflow,
      CaseMoves cases,
      DecidingManagers managers,
      EscalationNews news,
      NewOwners owners,
      Clock clock) {
    this.escalations = escalations;
    this.workflow = workflow;
    this.cases = cases;
    this.managers = managers;
    this.news = news;
    this.owners = owners;
    this.clock = clock;
  }

  /** Escalates those of these open cases for which this reason is not on record yet. */
  void escalate(Collection<Long> caseIds, CaseEscalationReason reason) {
    if (caseIds.isEmpty()) {
      return;
    }
    for (var subject : escalations.fresh(caseIds, reason)) {
      var manager = managers.above(subject.ownerId());
      var id = escalations.add(subject, reason, manager, clock.instant(), managers.due(manager));
      workflow.escalated(escalations.find(id).orElseThrow(), subject.title());
    }
  }

  /**
   * The manager decides.
   *
   * @throws NotAllowedException when another person was asked
   * @throws InvalidInputException when something is missing, or it has been decided
   */
  public CaseEscalation decide(long id, DecisionEntry entry, Actor by) {
    var about = cases.lockToMove(find(id).caseId());
    var escalation = find(id);
    by.mustActFor("refusal.case-escalation.not-yours", escalation.managerId());
    if (escalation.decision() != null) {
      throw new InvalidInputException("refusal.case-escalation.over");
    }
    var decision = entry.chosen();
    var words = entry.words();
    escalations.decide(List.of(id), decision, clock.instant(), by.id(), words);
    if (decision == CaseDecision.TAKE_OVER) {
      takeOver(about, escalation, words, by);
    }
    news.decided(id, about.ownerId(), by.id());
    return find(id);
  }

  private void takeOver(CustomerCase about, CaseEscalation escalation, String why, Actor by) {
    var owner = owners.owner(escalation.managerId(), by);
    if (!about.state().isOver() && !owner.equals(about.ownerId())) {
      cases.record(
          List.of(new Move(new Place(about.id(), about.ownerId()), owner)), by.id(), why, true);
    }
  }

  /** The case has ended: what is not decided lapses. */
  void lapse(long caseId) {
    var open =
        escalations.ofCase(caseId).stream()
            .filter(it -> it.decision() == null)
            .map(CaseEscalation::id)
            .toList();
    if (!open.isEmpty()) {
      escalations.decide(open, CaseDecision.LAPSED, clock.instant(), null, null);
      workflow.lapsed(open);
    }
  }

  private CaseEscalation find(long id) {
    return escalations.find(id).orElseThrow(() -> new NotAllowedException("refusal.case.unknown"));
  }
}
