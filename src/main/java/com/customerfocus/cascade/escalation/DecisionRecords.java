package com.customerfocus.cascade.escalation;

import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.escalation.Escalations.Overdue;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts on record how an overdue briefing goes on, and tells the people concerned. */
@Component
class DecisionRecords {

  private final Escalations escalations;
  private final Briefings briefings;
  private final NoticeService notices;
  private final Clock clock;

  DecisionRecords(
      Escalations escalations, Briefings briefings, NoticeService notices, Clock clock) {
    this.escalations = escalations;
    this.briefings = briefings;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @throws InvalidInputException when another decision is on record already
   */
  void record(
      long escalationId,
      Overdue briefing,
      EscalationOutcome outcome,
      String by,
      String note,
      Instant newDue,
      String holder) {
    var handedTo = outcome == EscalationOutcome.EXTENDED ? null : holder;
    if (!escalations.decide(escalationId, outcome, by, clock.instant(), note, newDue, handedTo)) {
      throw new InvalidInputException("refusal.escalation.decided");
    }
    briefings.unblocked(briefing.briefingId(), newDue, handedTo);
    var params = Map.of("escalation", escalationId);
    notices.record(BriefingDecidedRenderer.KIND, BriefingDecidedRenderer.RECIPIENTS, params);
    if (handedTo != null) {
      notices.record(BriefingHandedRenderer.KIND, BriefingHandedRenderer.RECIPIENTS, params);
    }
  }
}
