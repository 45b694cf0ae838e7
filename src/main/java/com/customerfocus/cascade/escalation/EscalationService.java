package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.briefing.BriefingHeld;
import com.customerfocus.cascade.escalation.Escalations.Overdue;
import com.customerfocus.deadline.EscalationDeadlines;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.EscalationPath;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Escalates overdue briefings up the management line until a manager decides. */
@Service
@Transactional
public class EscalationService {

  /** Most briefings in one transaction. */
  private static final int AT_ONCE = 200;

  private final Escalations escalations;
  private final BriefingHolders holders;
  private final EscalationWorkflow workflow;
  private final NoticeService notices;
  private final EscalationDeadlines deadlines;
  private final Clock clock;

  EscalationService(
      Escalations escalations,
      BriefingHolders holders,
      EscalationWorkflow workflow,
      NoticeService notices,
      EscalationDeadlines deadlines,
      Clock clock) {
    this.escalations = escalations;
    this.holders = holders;
    this.workflow = workflow;
    this.notices = notices;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * Tells the processes of overdue briefings, once for each missed date; some briefings at a time.
   *
   * @return whether there may be more
   */
  public boolean escalateOverdue() {
    var now = clock.instant();
    var due = escalations.lockDue(now, AT_ONCE);
    var checkAt =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    one -> deadlines.overdueAt(one.due(), one.site()),
                    Collectors.mapping(Escalations.Due::briefingId, Collectors.toList())));
    var overdue = new ArrayList<Long>();
    checkAt.forEach(
        (at, briefingIds) -> {
          if (at.isAfter(now)) {
            escalations.scheduleCheck(at, briefingIds);
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
   * Asks the next manager up to unblock an overdue briefing, also when the manager asked before has
   * not decided. The launcher is the last one and stays asked. Empty without a manager above, or
   * when the briefing need not be held any more.
   */
  public Optional<EscalationAssignment> escalate(long briefingId) {
    var briefing = escalations.lock(briefingId);
    if (!briefing.awaited()) {
      return Optional.empty();
    }
    var line = escalations.line(briefingId, holders.inCharge(briefing));
    return line.nextUp()
        .map(next -> ask(briefing, next, line.isTop(next)))
        .or(() -> lastAsked(briefing));
  }

  private EscalationAssignment ask(Overdue briefing, EscalationPath.Level next, boolean isTop) {
    var now = clock.instant();
    var decideBy = deadlines.decisionDueAt(next.site());
    escalations.passUp(briefing.briefingId(), now);
    var id = escalations.ask(briefing.briefingId(), next, now, decideBy);
    notices.record(
        BriefingUnblockRenderer.KIND, BriefingUnblockRenderer.RECIPIENTS, Map.of("escalation", id));
    return new EscalationAssignment(
        id,
        next.managerId(),
        briefing.manager().name(),
        decideBy,
        isTop ? later(briefing.closesAt(), decideBy) : decideBy);
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
                    last.decisionDueAt(),
                    later(
                        briefing.closesAt(),
                        deadlines.decisionDueAt(holders.site(last.escalatedTo().id())))));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Ends the escalation of an overdue briefing when it is held after all. */
  @EventListener
  public void held(BriefingHeld held) {
    if (held.isLate()) {
      workflow.overdueBriefingHeld(held.briefing().id());
    }
  }

  /** What was done about the overdue briefings of a cascade, newest first. */
  @Transactional(readOnly = true)
  public List<Escalation> ofCascade(long cascadeId, int offset, int limit) {
    return escalations.ofCascade(cascadeId, offset, limit);
  }
}
