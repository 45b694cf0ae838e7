package com.customerfocus.customercase.escalation;

import com.customerfocus.customercase.remark.CaseRemarks;
import com.customerfocus.support.ReaderTime;
import com.customerfocus.support.Sentence;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows in the tasks of a case that a manager was asked, and what was decided. */
@Component
class EscalationRemarks implements CaseRemarks {

  private final CaseEscalations escalations;

  EscalationRemarks(CaseEscalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public List<Sentence> of(long caseId, ZoneId zone) {
    return escalations.ofCase(caseId).stream()
        .filter(it -> it.decision() != CaseDecision.LAPSED)
        .map(it -> it.decision() == null ? asked(it, zone) : decided(it))
        .toList();
  }

  private static Sentence asked(CaseEscalation it, ZoneId zone) {
    return new Sentence(
        "escalation.remark.asked",
        new Sentence("escalation.reason." + it.reason()),
        it.managerName() == null ? it.managerId() : it.managerName(),
        ReaderTime.of(it.dueAt(), zone));
  }

  private static Sentence decided(CaseEscalation it) {
    return new Sentence(
        "escalation.remark.decided",
        new Sentence("escalation.now." + it.decision()),
        it.note() == null ? "…" : it.note());
  }
}
