package com.customerfocus.customercase.open;

import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.customercase.CaseMoves.Move;
import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.handoff.HandoffMoves;
import com.customerfocus.handoff.HandoffWorkflow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The open handoff of a case follows it to its new owner, in the same transaction: who stays with
 * the customer answers the partner, too.
 */
@Component
class HandoffsOfMovedCases {

  private static final int BATCH = 1_000;

  private final CaseWorkflow cases;
  private final HandoffMoves handoffs;
  private final HandoffWorkflow workflow;

  HandoffsOfMovedCases(CaseWorkflow cases, HandoffMoves handoffs, HandoffWorkflow workflow) {
    this.cases = cases;
    this.handoffs = handoffs;
    this.workflow = workflow;
  }

  /** Handoffs before cases, as a step that ends a handoff locks them. */
  @EventListener
  void moving(CaseMoves.Moving moving) {
    handoffs.lockOpen(cases.openHandoffs(moving.withPartner()).keySet());
  }

  @EventListener
  void moved(CaseMoves.Moved moved) {
    var moves = moved.moves();
    for (var start = 0; moved.tells() && start < moves.size(); start += BATCH) {
      follow(moves.subList(start, Math.min(start + BATCH, moves.size())));
    }
  }

  private void follow(List<Move> moves) {
    var owners = moves.stream().collect(Collectors.toMap(it -> it.from().id(), Move::toId));
    var changed =
        handoffs.recordRequesters(
            cases.openHandoffs(owners.keySet()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> owners.get(it.getValue()))));
    if (!changed.isEmpty()) {
      workflow.requestersChanged(changed);
    }
  }
}
