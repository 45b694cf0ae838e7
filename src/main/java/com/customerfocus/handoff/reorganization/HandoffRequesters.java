package com.customerfocus.handoff.reorganization;

import com.customerfocus.handoff.HandoffMoves;
import com.customerfocus.handoff.HandoffWorkflow;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets open handoffs follow what they were asked for to another person: that one has the tasks of
 * the requester, and mails and the question how it went from then on. The number of statements does
 * not depend on the number of handoffs, but for the tasks.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HandoffRequesters {

  private final HandoffMoves moves;
  private final HandoffWorkflow workflow;

  HandoffRequesters(HandoffMoves moves, HandoffWorkflow workflow) {
    this.moves = moves;
    this.workflow = workflow;
  }

  /**
   * Locks those of these handoffs that are open, for a caller that is to lock afterwards what they
   * were asked for: a step of a handoff locks in this order.
   */
  public void lock(Collection<Long> handoffs) {
    moves.lockOpen(handoffs);
  }

  /**
   * Other people ask for these handoffs from now on; those that are over stay as they are.
   *
   * @param people employee id by number of the handoff
   */
  public void change(Map<Long, String> people) {
    var changed = people.isEmpty() ? people : moves.recordRequesters(people);
    if (!changed.isEmpty()) {
      workflow.requestersChanged(changed);
    }
  }
}
