package com.customerfocus.customercase.legal;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.notice.NoticeService;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the deadlines by law of cases: from when a customer turned to us until the customer has the
 * answer or the case is over, with a warning before and a mail when one has passed.
 */
@Service
@Transactional
class LegalService {

  private static final int BATCH = 200;

  private final LegalDeadlines deadlines;
  private final LegalDuties duties;
  private final CaseView cases;
  private final NoticeService notices;
  private final Clock clock;

  LegalService(
      LegalDeadlines deadlines,
      LegalDuties duties,
      CaseView cases,
      NoticeService notices,
      Clock clock) {
    this.deadlines = deadlines;
    this.duties = duties;
    this.cases = cases;
    this.notices = notices;
    this.clock = clock;
  }

  /** In the transaction of the step. */
  @EventListener
  void on(CaseEvent.Recorded recorded) {
    var event = recorded.event();
    if (event.step() == CaseStep.OPEN || event.step() == CaseStep.CHANGE_KIND) {
      addMissing(event.caseId());
    } else if (event.step() == CaseStep.ANSWERED) {
      deadlines.answered(event.caseId(), event.happenedAt());
    } else if (event.step() == CaseStep.REOPEN) {
      deadlines.goOn(event.caseId(), event.at());
    } else if (event.after().isOver() && event.step() != CaseStep.JOIN) {
      // The law demands an answer to a complaint also where another case of the customer goes on.
      deadlines.end(event.caseId(), event.at());
    }
  }

  /** A case of another kind keeps what it has: no owner ends a deadline by changing the kind. */
  private void addMissing(long caseId) {
    if (duties.canHold()) {
      var about = cases.find(caseId).orElseThrow();
      duties
          .of(about, cases.received(caseId))
          .ifPresent(law -> law.deadlines().forEach(each -> deadlines.add(caseId, law, each)));
    }
  }

  /**
   * Tells the owners of some that a deadline comes near, or has passed.
   *
   * @return whether there may be more
   */
  boolean lookAtSome() {
    var now = clock.instant();
    var due = deadlines.find(deadlines.lockDue(now, BATCH));
    var passed =
        due.stream().filter(it -> !it.passesAt().isAfter(now)).map(LegalDeadline::id).toList();
    var near =
        due.stream().filter(it -> it.passesAt().isAfter(now)).map(LegalDeadline::id).toList();
    if (!near.isEmpty()) {
      deadlines.warned(near, now);
      notices.record(LegalRenderer.NEAR, LegalRenderer.OWNERS, Map.of("deadlines", near));
    }
    if (!passed.isEmpty()) {
      deadlines.passed(passed, now);
      notices.record(LegalRenderer.PASSED, LegalRenderer.OWNERS, Map.of("deadlines", passed));
    }
    return due.size() == BATCH;
  }
}
