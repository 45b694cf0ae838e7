package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.briefing.BriefingWorkflow;
import com.customerfocus.cascade.escalation.Escalation.Somebody;
import com.customerfocus.cascade.escalation.Escalations.Colleague;
import com.customerfocus.cascade.escalation.Escalations.Overdue;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.InvalidInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Who holds an overdue briefing, and which colleague may hold it instead. */
@Component
class BriefingHolders {

  private static final int NAMED = 10;

  private final Escalations escalations;
  private final OrganizationService organization;
  private final BriefingWorkflow workflow;

  BriefingHolders(
      Escalations escalations, OrganizationService organization, BriefingWorkflow workflow) {
    this.escalations = escalations;
    this.organization = organization;
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
  List<Colleague> candidates(Overdue briefing) {
    return escalations.around(briefing.manager().id(), inCharge(briefing));
  }

  /**
   * Who is to hold the briefing from now on.
   *
   * @param by employee id of the one who decides
   * @throws InvalidInputException when that person cannot
   */
  Somebody holder(EscalationDecision decision, Overdue briefing, String by) {
    return switch (decision.decision() == null ? "" : decision.decision()) {
      case EscalationDecision.EXTEND -> briefing.inCharge();
      case EscalationDecision.BRIEF -> oneself(by);
      case EscalationDecision.HAND -> colleague(decision, briefing);
      default -> throw new InvalidInputException("refusal.escalation.decision");
    };
  }

  private Somebody oneself(String by) {
    return organization
        .person(by)
        .map(person -> new Somebody(person.id(), person.name()))
        .orElseThrow(() -> new InvalidInputException("refusal.escalation.outsider"));
  }

  private Somebody colleague(EscalationDecision decision, Overdue briefing) {
    var wanted = StringUtils.hasText(decision.typed()) ? decision.typed() : decision.chosen();
    if (!StringUtils.hasText(wanted)) {
      throw new InvalidInputException("refusal.escalation.whom");
    }
    var typed = wanted.strip();
    var found = escalations.colleagues(wanted.strip());
    if (found.isEmpty()) {
      throw new InvalidInputException("refusal.escalation.unknown", typed);
    }
    if (found.size() > 1) {
      throw new InvalidInputException(
          "refusal.escalation.several",
          typed,
          found.stream().limit(NAMED).map(BriefingHolders::told).collect(Collectors.joining(", ")));
    }
    return usable(found.get(0), briefing);
  }

  private static Somebody usable(Colleague colleague, Overdue briefing) {
    var name = colleague.name();
    if (colleague.id().equals(briefing.inCharge().id())
        || colleague.id().equals(briefing.manager().id())) {
      throw new InvalidInputException("refusal.escalation.same", name);
    }
    if (!colleague.hasAccount()) {
      throw new InvalidInputException("refusal.escalation.no-account", name);
    }
    return new Somebody(colleague.id(), colleague.name());
  }

  private static String told(Colleague colleague) {
    return "%s (%s)".formatted(colleague.id(), colleague.department());
  }
}
