package com.customerfocus.customercase.escalation;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.LateNews;
import com.customerfocus.customercase.news.NewsListener;
import com.customerfocus.deadline.level.ClockListener;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.promise.Promise;
import com.customerfocus.sweep.DueWork;
import com.customerfocus.sweep.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What escalates a case: the second time that the customer is not comfortable, that news are late,
 * and that a partner is late; and what was not found out in time.
 */
@Component
class CaseEscalationTriggers implements NewsListener, ClockListener {

  private final CaseEscalationService service;
  private final CaseEscalations escalations;
  private final CaseEscalationWorkflow workflow;
  private final CaseView cases;

  CaseEscalationTriggers(
      CaseEscalationService service,
      CaseEscalations escalations,
      CaseEscalationWorkflow workflow,
      CaseView cases) {
    this.service = service;
    this.escalations = escalations;
    this.workflow = workflow;
    this.cases = cases;
  }

  @EventListener
  void recorded(CaseEvent.Recorded recorded) {
    var event = recorded.event();
    if (event.after().isOver()) {
      service.lapse(event.caseId());
    } else if (event.step() == CaseStep.NOT_COMFORTABLE
        && CaseEscalationRules.isEscalated(recorded.before().notComfortableNow() + 1)) {
      service.escalate(List.of(event.caseId()), CaseEscalationReason.NOT_COMFORTABLE);
    }
  }

  @Override
  public void moved(Map<Long, Instant> dueByCase) {}

  @Override
  public void bounced(Contact mail) {}

  /** One statement for all of them; those that are late for the first time are left out. */
  @Override
  public void late(Collection<LateNews> late) {
    var found =
        late.stream()
            .filter(it -> it.what() == LateNews.What.NEWS)
            .map(LateNews::caseId)
            .distinct()
            .toList();
    if (!found.isEmpty()) {
      service.escalate(
          escalations.lateSince(found, CaseEscalationRules.FROM), CaseEscalationReason.LATE_NEWS);
    }
  }

  @Override
  public String subjectKind() {
    return HandoffClocks.KIND;
  }

  /** A clock of the partner has run out; as much time again is no second time. */
  @Override
  public void breached(ServiceClock clock) {
    if (clock.breaches() == 1
        && clock.dueAt() != null
        && !clock.metric().equals(HandoffClocks.TIME_TO_ANSWER)) {
      partnerLate(clock.subject().id(), clock.dueAt());
    }
  }

  /** The partner has not delivered by the promised date. */
  @EventListener
  void datePassed(Promise.DatePassed passed) {
    var source = passed.promise().source();
    if (source.kind().equals(HandoffClocks.KIND)) {
      partnerLate(source.id(), passed.promise().due());
    }
  }

  private void partnerLate(long handoffId, Instant dueAt) {
    var found = workflow.caseOf(handoffId);
    if (found.isPresent()) {
      var about = cases.find(found.getAsLong()).orElseThrow();
      var times = escalations.addPartnerLate(about.id(), about.cycle(), handoffId, dueAt);
      if (CaseEscalationRules.isEscalated(times)) {
        service.escalate(List.of(about.id()), CaseEscalationReason.PARTNER_LATE);
      }
    }
  }

  /** Asks managers about what was not found out in time. */
  @Configuration(proxyBeanMethods = false)
  static class OverdueSweep {

    private static final int BATCH = 50;

    /** After this time a case that failed is tried again. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    @Bean
    Sweep caseFindOut(
        CaseEscalations escalations, CaseEscalationService service, DueWork dueWork, Clock clock) {
      // Until when this node leaves out a case that failed: its own moment is what was agreed.
      var failed = new ConcurrentHashMap<Long, Instant>();
      return new Sweep(
          "findout",
          Duration.ofMinutes(1),
          () -> {
            failed.values().removeIf(clock.instant()::isAfter);
            return dueWork.doSome(
                id -> "escalation of case " + id,
                BATCH,
                most -> escalations.lockOverdue(clock.instant(), failed.keySet(), most),
                due -> service.escalate(due, CaseEscalationReason.FIND_OUT_OVERDUE),
                id -> failed.put(id, clock.instant().plus(AGAIN)));
          });
    }
  }
}
