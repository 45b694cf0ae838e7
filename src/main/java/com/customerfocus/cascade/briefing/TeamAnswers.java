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
public class TeamAnswers {

  private final Briefings briefings;
  private final BriefingWorkflow workflow;
  private final Clock clock;

  TeamAnswers(Briefings briefings, BriefingWorkflow workflow, Clock clock) {
    this.briefings = briefings;
    this.workflow = workflow;
    this.clock = clock;
  }

  /** A person who was pending has answered, perhaps as the last one of the team. */
  @EventListener
  public void acknowledged(ReceiptAcknowledged acknowledged) {
    briefings.lockTeamOf(acknowledged.receiptId()).ifPresent(this::endIfAnswered);
  }

  /**
   * Looks at a team whose receipts this transaction has changed.
   *
   * @return whether the whole team has answered
   */
  public boolean settle(long briefingId) {
    briefings.lock(briefingId);
    return endIfAnswered(briefingId);
  }

  private boolean endIfAnswered(long briefingId) {
    var answered = briefings.answered(briefingId, BriefingState.WAITING, clock.instant());
    if (answered) {
      workflow.teamAnswered(briefingId);
    }
    return answered;
  }
}
