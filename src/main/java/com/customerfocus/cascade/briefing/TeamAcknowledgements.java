package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.receipt.ReceiptAcknowledged;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the wait for a team as soon as none of its receipts is pending. Locks are taken in the order
 * receipts, then briefing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class TeamAcknowledgements {

  private final Briefings briefings;
  private final BriefingWorkflow workflow;
  private final Clock clock;

  TeamAcknowledgements(Briefings briefings, BriefingWorkflow workflow, Clock clock) {
    this.briefings = briefings;
    this.workflow = workflow;
    this.clock = clock;
  }

  /** A person who was pending has acknowledged, perhaps as the last one of the team. */
  @EventListener
  public void acknowledged(ReceiptAcknowledged acknowledged) {
    briefings.lockTeamOf(acknowledged.receiptId()).ifPresent(this::endIfAcknowledged);
  }

  /**
   * Looks at a team whose receipts this transaction has changed.
   *
   * @return whether the whole team has acknowledged
   */
  public boolean settle(long briefingId) {
    briefings.lock(briefingId);
    return endIfAcknowledged(briefingId);
  }

  private boolean endIfAcknowledged(long briefingId) {
    var acknowledged = briefings.acknowledged(briefingId, BriefingState.WAITING, clock.instant());
    if (acknowledged) {
      workflow.teamAcknowledged(briefingId);
    }
    return acknowledged;
  }
}
