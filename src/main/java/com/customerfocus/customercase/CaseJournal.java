package com.customerfocus.customercase;

import com.customerfocus.customercase.news.News;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts a step on record: row, history, and the end of the clocks with the case. */
@Component
class CaseJournal {

  private final CustomerCases cases;
  private final News news;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CaseJournal(CustomerCases cases, News news, ApplicationEventPublisher events, Clock clock) {
    this.cases = cases;
    this.news = news;
    this.events = events;
    this.clock = clock;
  }

  /** The case has begun. */
  void begun(long id, String by) {
    publish(
        new CaseEvent(
            0,
            id,
            1,
            CaseStep.OPEN,
            clock.instant(),
            by,
            null,
            false,
            null,
            null,
            CaseState.UNDERSTANDING,
            null,
            null),
        null);
  }

  /**
   * Records the change of a case that the caller's transaction has locked. What was said to the
   * customer is on record already.
   */
  void record(CaseChange change) {
    if (change.step.isContact()) {
      return;
    }
    var now = clock.instant();
    cases.save(change, now);
    if (change.state.isOver()) {
      news.end(List.of(change.before.id()));
    }
    publish(
        new CaseEvent(
            0,
            change.before.id(),
            change.cycle(),
            change.step,
            now,
            change.by,
            null,
            change.byCustomer,
            change.note,
            change.before.state(),
            change.state,
            change.findOutDueAt,
            change.happenedAt),
        change.before);
  }

  private void publish(CaseEvent event, CustomerCase before) {
    var id = cases.addEvent(event);
    events.publishEvent(
        new CaseEvent.Recorded(
            new CaseEvent(
                id,
                event.caseId(),
                event.cycle(),
                event.step(),
                event.at(),
                event.by(),
                event.byName(),
                event.byCustomer(),
                event.note(),
                event.before(),
                event.after(),
                event.dueAt(),
                event.happenedAt()),
            before));
  }
}
