package com.customerfocus.cascade.escalation;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.CascadeService;
import com.customerfocus.cascade.CascadeWorkflow;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.cascade.escalation.Escalations.Colleague;
import com.customerfocus.cascade.escalation.Escalations.Overdue;
import com.customerfocus.deadline.EscalationDeadlines;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.EscalationPath;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;
import org.springframework.web.util.HtmlUtils;

/** Briefings that are overdue go up the line until somebody decides how they go on. */
@Service
@Transactional
public class EscalationService {

  private static final int MOST_DAYS = 60;
  private static final int NAMED = 10;

  /** So many briefings are looked at in one transaction. */
  private static final int AT_ONCE = 200;

  private final Escalations escalations;
  private final Briefings briefings;
  private final OrganizationService organization;
  private final CascadeWorkflow workflow;
  private final NoticeService notices;
  private final EscalationMails words;
  private final EscalationDeadlines escalationDeadlines;
  private final Clock clock;

  EscalationService(
      Escalations escalations,
      Briefings briefings,
      OrganizationService organization,
      CascadeWorkflow workflow,
      NoticeService notices,
      EscalationMails words,
      EscalationDeadlines escalationDeadlines,
      Clock clock) {
    this.escalations = escalations;
    this.briefings = briefings;
    this.organization = organization;
    this.workflow = workflow;
    this.notices = notices;
    this.words = words;
    this.escalationDeadlines = escalationDeadlines;
    this.clock = clock;
  }

  /**
   * Looks for briefings that are so late that somebody has to unblock them, and tells the process
   * of each once for each date that was missed. Some of them at a time: says whether there may be
   * more.
   */
  public boolean escalateOverdue() {
    var now = clock.instant();
    var due = escalations.lockDue(now, AT_ONCE);
    var unblockAt =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    one -> escalationDeadlines.overdueAt(one.due(), one.site()),
                    Collectors.mapping(Escalations.Due::briefingId, Collectors.toList())));
    var overdue = new ArrayList<Long>();
    unblockAt.forEach(
        (at, briefingIds) -> {
          if (at.isAfter(now)) {
            escalations.waitUntil(at, briefingIds);
          } else {
            overdue.addAll(briefingIds);
          }
        });
    if (!overdue.isEmpty()) {
      escalations.markEscalated(overdue);
      workflow.briefingsOverdue(overdue);
    }
    return due.size() == AT_ONCE;
  }

  /**
   * A briefing is overdue, or whoever was asked to unblock it has not answered: the next manager up
   * is asked. Beyond the launcher there is nobody: then the one asked last stays asked. Empty when
   * there never was anybody above, or the briefing need not be held any more.
   */
  public Optional<EscalationAssignment> escalate(long briefingId) {
    var briefing = escalations.lock(briefingId);
    if (!briefing.awaited()) {
      return Optional.empty();
    }
    var line = escalations.line(briefingId, inCharge(briefing));
    return line.nextUp()
        .map(next -> ask(briefing, next, line.isTop(next)))
        .or(() -> lastAsked(briefing));
  }

  private EscalationAssignment ask(Overdue briefing, EscalationPath.Level next, boolean isTop) {
    var now = clock.instant();
    var answerBy = escalationDeadlines.answerBy(next.site());
    escalations.passUp(briefing.briefingId(), now);
    var id = escalations.ask(briefing.briefingId(), next, now, answerBy);
    notices.record(
        BriefingUnblockRenderer.KIND, BriefingUnblockRenderer.RECIPIENTS, Map.of("escalation", id));
    return new EscalationAssignment(
        id,
        next.managerId(),
        briefing.manager().name(),
        answerBy,
        isTop ? later(briefing.closesAt(), answerBy) : answerBy);
  }

  private Optional<EscalationAssignment> lastAsked(Overdue briefing) {
    return escalations.ofBriefing(briefing.briefingId()).stream()
        .filter(escalation -> escalation.outcome() == EscalationOutcome.OPEN)
        .reduce((one, next) -> next)
        .map(
            last ->
                new EscalationAssignment(
                    last.id(),
                    last.escalatedTo().id(),
                    briefing.manager().name(),
                    last.answerBy(),
                    later(
                        briefing.closesAt(),
                        escalationDeadlines.answerBy(site(last.escalatedTo().id())))));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The briefing of this escalation and everything done about it so far. */
  public Story story(long escalationId) {
    var escalation = escalations.get(escalationId);
    return new Story(
        escalations.overdue(escalation.briefingId()),
        escalations.ofBriefing(escalation.briefingId()),
        site(escalation.escalatedTo().id()));
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
        .map(last -> words.inTask(last, briefing.title(), site(briefing.inCharge().id())));
  }

  /** What was done about the overdue briefings of a cascade, newest first. */
  @Transactional(readOnly = true)
  public List<Escalation> ofCascade(long cascadeId, int offset, int limit) {
    return escalations.ofCascade(cascadeId, offset, limit);
  }

  /** Colleagues who might hold the briefing of this escalation in its manager's place. */
  @Transactional(readOnly = true)
  public List<Candidate> candidates(long escalationId) {
    var briefing = escalations.overdue(escalations.get(escalationId).briefingId());
    return escalations.around(briefing.manager().id(), inCharge(briefing)).stream()
        .map(
            colleague ->
                new Candidate(
                    colleague.id(), "%s (%s)".formatted(colleague.name(), colleague.department())))
        .toList();
  }

  /**
   * @param id employee id
   * @param label what tells them from others
   */
  public record Candidate(String id, String label) {}

  /**
   * Records how the briefing goes on, and sees to it.
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
    actor.mustActFor(
        "Only the one who was asked how this briefing goes on, or who acts for them, decides.",
        escalation.escalatedTo().id());
    var by = actor.id();
    var briefing = escalations.lock(briefingId);
    if (!briefing.awaited()) {
      throw new InvalidInputException(
          "%s has been briefed meanwhile, or the memo is closed: nothing is left to decide."
              .formatted(teamOf(briefing)));
    }
    if (inCharge(briefing).contains(by)) {
      throw new InvalidInputException(
          "You are the one who is to hold this briefing. Hold it and complete Brief the team: then"
              + " this task ends by itself.");
    }
    var holder = holder(decision, briefing, by);
    var days = days(decision.days());
    var note =
        CascadeService.reason(
            decision.reason(), "Say why: it goes on record, and to the one it concerns.");
    var site = site(holder.id());
    var newDue = earlier(escalationDeadlines.inDays(days, site), briefing.closesAt());
    var outcome = outcome(decision, holder, by);
    decide(escalationId, briefing, outcome, by, note, newDue, holder.id());
    var why = words.inTask(escalations.get(escalationId), briefing.title(), site);
    if (outcome == EscalationOutcome.EXTENDED) {
      workflow.briefingPutOff(briefing.briefingId(), newDue, why);
    } else {
      workflow.briefingTakenOver(
          briefing.briefingId(), holder.id(), briefing.manager(), newDue, why);
    }
  }

  /** Nobody decides about the own lateness: neither whoever is in charge nor who acts for them. */
  private Set<String> inCharge(Overdue briefing) {
    var inCharge = new HashSet<>(workflow.assignees(briefing.briefingId()));
    inCharge.add(briefing.inCharge().id());
    return inCharge;
  }

  private static EscalationOutcome outcome(
      EscalationDecision decision, Participant holder, String by) {
    if (EscalationDecision.EXTEND.equals(decision.decision())) {
      return EscalationOutcome.EXTENDED;
    }
    return holder.id().equals(by) ? EscalationOutcome.TAKEN_OVER : EscalationOutcome.HANDED_OVER;
  }

  private void decide(
      long escalationId,
      Overdue briefing,
      EscalationOutcome outcome,
      String by,
      String note,
      Instant newDue,
      String holder) {
    var handedTo = outcome == EscalationOutcome.EXTENDED ? null : holder;
    if (!escalations.decide(escalationId, outcome, by, clock.instant(), note, newDue, handedTo)) {
      throw new InvalidInputException("How this briefing goes on is decided already.");
    }
    briefings.unblocked(briefing.briefingId(), newDue, handedTo);
    var params = Map.of("escalation", escalationId);
    notices.record(BriefingDecidedRenderer.KIND, BriefingDecidedRenderer.RECIPIENTS, params);
    if (handedTo != null) {
      notices.record(BriefingHandedRenderer.KIND, BriefingHandedRenderer.RECIPIENTS, params);
    }
  }

  private Participant holder(EscalationDecision decision, Overdue briefing, String by) {
    return switch (decision.decision() == null ? "" : decision.decision()) {
      case EscalationDecision.EXTEND -> briefing.inCharge();
      case EscalationDecision.BRIEF -> oneself(by);
      case EscalationDecision.HAND -> colleague(decision, briefing);
      default ->
          throw new InvalidInputException(
              "Choose how it goes on: more time, you brief the team yourself, or somebody else"
                  + " does.");
    };
  }

  private Participant oneself(String by) {
    return organization
        .person(by)
        .map(person -> new Participant(person.id(), person.name()))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "Only somebody of the organization can brief a team: hand it to one of them."));
  }

  private Participant colleague(EscalationDecision decision, Overdue briefing) {
    var wanted = StringUtils.hasText(decision.typed()) ? decision.typed() : decision.chosen();
    if (!StringUtils.hasText(wanted)) {
      throw new InvalidInputException(
          "Choose who is to brief the team, or type an employee id or a full name.");
    }
    // Tasklist shows the message as HTML.
    var typed = HtmlUtils.htmlEscape(wanted.strip());
    var found = escalations.colleagues(wanted.strip());
    if (found.isEmpty()) {
      throw new InvalidInputException(
          "Nobody who works here has the employee id or the name \"%s\". Look it up, or choose from the list."
              .formatted(typed));
    }
    if (found.size() > 1) {
      throw new InvalidInputException(
          "Several people are called \"%s\". Type the employee id of the one you mean: %s."
              .formatted(
                  typed,
                  found.stream()
                      .limit(NAMED)
                      .map(EscalationService::told)
                      .collect(Collectors.joining(", "))));
    }
    return usable(found.get(0), briefing);
  }

  private static Participant usable(Colleague colleague, Overdue briefing) {
    var name = HtmlUtils.htmlEscape(colleague.name());
    if (colleague.id().equals(briefing.inCharge().id())
        || colleague.id().equals(briefing.manager().id())) {
      throw new InvalidInputException(
          "%s is the one who has not briefed the team: give them more time, or choose somebody else."
              .formatted(name));
    }
    if (!colleague.hasAccount()) {
      throw new InvalidInputException(
          "%s does not work in Tasklist and could not record the briefing: choose somebody else."
              .formatted(name));
    }
    return new Participant(colleague.id(), colleague.name());
  }

  private static String told(Colleague colleague) {
    return HtmlUtils.htmlEscape("%s (%s)".formatted(colleague.id(), colleague.department()));
  }

  private static int days(Integer days) {
    if (days == null || days < 1 || days > MOST_DAYS) {
      throw new InvalidInputException(
          "Say in how many working days the team must be briefed: a number from 1 to %d."
              .formatted(MOST_DAYS));
    }
    return days;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private String site(String personId) {
    return organization.person(personId).map(Person::site).orElse(null);
  }

  private static String teamOf(Overdue briefing) {
    return HtmlUtils.htmlEscape("The team of " + briefing.manager().name());
  }
}
