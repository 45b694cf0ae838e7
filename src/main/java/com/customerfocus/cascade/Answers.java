package com.customerfocus.cascade;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Acknowledgements, and what they mean for the team's briefing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Answers {

  private final Receipts receipts;
  private final Briefings briefings;
  private final CascadeWorkflow workflow;
  private final Clock clock;

  Answers(Receipts receipts, Briefings briefings, CascadeWorkflow workflow, Clock clock) {
    this.receipts = receipts;
    this.briefings = briefings;
    this.workflow = workflow;
    this.clock = clock;
  }

  /** Acknowledges a receipt that is open; any other stays as it is. */
  void acknowledge(long receiptId) {
    var now = clock.instant();
    // Whoever was briefed is not pending: the team waits for nobody less, so nothing else happens.
    if (receipts.acknowledge(receiptId, ReceiptState.BRIEFED, now)
        || !receipts.acknowledge(receiptId, ReceiptState.PENDING, now)) {
      return;
    }
    briefings
        .lockTeamOf(receiptId)
        .filter(briefing -> briefings.answered(briefing, BriefingState.WAITING, now))
        .ifPresent(workflow::teamAnswered);
  }

  /** Acknowledges what this person got in this cascade, if they got it and it is open. */
  void acknowledge(long cascadeId, String personId) {
    // Nearly everyone was briefed: then one statement does.
    if (!receipts.acknowledgeBriefed(cascadeId, personId, clock.instant())) {
      receipts.of(cascadeId, personId).ifPresent(this::acknowledge);
    }
  }
}
