package com.customerfocus.handoff.target;

import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.TableEffects;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffService;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The targets of open handoffs, which another table changes when a process owner says so. */
@Component
class TargetChanges implements TableEffects {

  private final HandoffService handoffs;

  TargetChanges(HandoffService handoffs) {
    this.handoffs = handoffs;
  }

  @Override
  public String key() {
    return HandoffClocksTable.KEY;
  }

  @Override
  public Preview preview(DecisionTable table, int most) {
    var lines = new ArrayList<Line>();
    var count = 0;
    for (var handoff : handoffs.open()) {
      for (var change : new TargetRules(handoff, table, 0).changes()) {
        count++;
        if (lines.size() < most) {
          lines.add(new Line("%d, %s".formatted(handoff.id(), handoff.title()), change));
        }
      }
    }
    return new Preview(count, lines);
  }

  @Override
  public int apply(DecisionTable table, int version) {
    var count = 0;
    for (var handoff : handoffs.open()) {
      var changes = new TargetRules(handoff, table, version).changes().size();
      if (changes > 0) {
        handoffs.retarget(
            handoff.id(),
            // It may have gone on meanwhile.
            present ->
                Optional.of(new TargetRules(present.brief(), table, version))
                    .filter(rules -> isOpen(present) && !rules.changes().isEmpty())
                    .map(TargetRules::targets));
        count += changes;
      }
    }
    return count;
  }

  private static boolean isOpen(Handoff handoff) {
    return handoff.endedAt() == null && handoff.targets() != null;
  }
}
