package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.briefing.BriefingWorkflow;
import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.cascade.escalation.Escalations.Overdue;
import com.customerfocus.cascade.escalation.UnblockingService.Candidate;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.PeopleFinder;
import com.customerfocus.organization.Person;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who holds an overdue briefing, and which colleague may hold it instead. */
@Component
class BriefingHolders {

  private final Escalations escalations;
  private final OrganizationService organization;
  private final PeopleFinder finder;
  private final BriefingWorkflow workflow;

  BriefingHolders(
      Escalations escalations,
      OrganizationService organization,
      PeopleFinder finder,
      BriefingWorkflow workflow) {
    this.escalations = escalations;
    this.organization = organization;
    this.finder = finder;
    this.workflow = workflow;
  }

  /**
   * Employee ids of the person in charge and that person's substitute: neither decides about the
   * own lateness.
   */
  Set<String> inCharge(Overdue briefing) {
    var inCharge = new HashSet<>(workflow.assignees(List.of(briefing.briefingId())).values());
    inCharge.add(briefing.inCharge().id());
    return inCharge;
  }

  /** Where this person works, or null. */
  String site(String personId) {
    return organization.person(personId).map(Person::site).orElse(null);
  }

  /** Colleagues who may know the team best, to choose from. */
  List<Candidate> candidates(Overdue briefing) {
    return escalations.around(briefing.manager().id(), inCharge(briefing));
  }

  /**
   * Who is to hold the briefing from now on.
   *
   * @param by employee id of the manager who decides
   * @throws InvalidInputException when that person cannot
   */
  Participant holder(EscalationDecision decision, Overdue briefing, String by) {
    return switch (decision.decision() == null ? "" : decision.decision()) {
      case EscalationDecision.EXTEND -> briefing.inCharge();
      case EscalationDecision.BRIEF -> oneself(by);
      case EscalationDecision.HAND -> colleague(decision, briefing);
      default -> throw new InvalidInputException("refusal.escalation.decision");
    };
  }

  private Participant oneself(String by) {
    return organization
        .person(by)
        .map(person -> new Participant(person.id(), person.name()))
        .orElseThrow(() -> new InvalidInputException("refusal.escalation.outsider"));
  }

  private Participant colleague(EscalationDecision decision, Overdue briefing) {
    var wanted = Texts.isBlank(decision.typed()) ? decision.chosen() : decision.typed();
    if (Texts.isBlank(wanted)) {
      throw new InvalidInputException("refusal.escalation.whom");
    }
    var found = finder.find(Texts.strip(wanted));
    if (found.problem() != null) {
      throw new InvalidInputException(List.of(found.problem()));
    }
    var colleague = organization.person(found.id()).orElseThrow();
    if (colleague.id().equals(briefing.inCharge().id())
        || colleague.id().equals(briefing.manager().id())) {
      throw new InvalidInputException("refusal.escalation.same", colleague.name());
    }
    return new Participant(colleague.id(), colleague.name());
  }
}
