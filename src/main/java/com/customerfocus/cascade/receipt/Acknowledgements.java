package com.customerfocus.cascade.receipt;

import com.customerfocus.cascade.CascadeWorkflow;
import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.cascade.briefing.Briefings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Acknowledgements, and what they mean for the team's briefing. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Acknowledgements {

  private final Receipts receipts;
  private final Reattestations reattestations;
  private final Briefings briefings;
  private final CascadeWorkflow workflow;
  private final Clock clock;

  Acknowledgements(
      Receipts receipts,
      Reattestations reattestations,
      Briefings briefings,
      CascadeWorkflow workflow,
      Clock clock) {
    this.receipts = receipts;
    this.reattestations = reattestations;
    this.briefings = briefings;
    this.workflow = workflow;
    this.clock = clock;
  }

  /**
   * Acknowledges a receipt that is open; any other stays as it is.
   *
   * @param version of the memo, as the person has read it
   * @return whether anything has changed
   */
  public boolean acknowledge(long receiptId, int version) {
    var now = clock.instant();
    // Whoever was briefed is not pending: the team waits for nobody less, so nothing else happens.
    if (receipts.acknowledge(receiptId, version, ReceiptState.BRIEFED, now)) {
      return true;
    }
    if (!acknowledgePending(receiptId, version, now)) {
      return false;
    }
    briefings
        .lockTeamOf(receiptId)
        .filter(briefing -> briefings.answered(briefing, BriefingState.WAITING, now))
        .ifPresent(workflow::teamAnswered);
    return true;
  }

  /** Somebody who has read the corrected memo may answer before we came round to asking. */
  private boolean acknowledgePending(long receiptId, int version, Instant now) {
    if (receipts.acknowledge(receiptId, version, ReceiptState.PENDING, now)) {
      return true;
    }
    if (!reattestations.isToAsk(receiptId, version)) {
      return false;
    }
    reattestations.askAgain(List.of(receiptId));
    return receipts.acknowledge(receiptId, version, ReceiptState.PENDING, now);
  }

  /**
   * Acknowledges what this person got in this cascade, if they got it and it is open.
   *
   * @param version of the memo, as the person has read it
   */
  public void acknowledge(long cascadeId, String personId, int version) {
    // Nearly everyone was briefed: then one statement does.
    if (!receipts.acknowledgeBriefed(cascadeId, personId, version, clock.instant())) {
      receipts.of(cascadeId, personId).ifPresent(receiptId -> acknowledge(receiptId, version));
    }
  }
}
