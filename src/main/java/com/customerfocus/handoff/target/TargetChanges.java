package com.customerfocus.handoff.target;

import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.TableEffects;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    for (var handoff : changed(table, 0)) {
      for (var change : new TargetRules(handoff.kind(), table, 0).changes()) {
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
    for (var handoff : changed(table, version)) {
      handoffs.retarget(
          handoff.id(),
          // It may have gone on meanwhile.
          present ->
              Optional.of(new TargetRules(present.brief().kind(), table, version))
                  .filter(rules -> isOpen(present) && !rules.changes().isEmpty())
                  .map(TargetRules::targets));
      count += new TargetRules(handoff.kind(), table, version).changes().size();
    }
    return count;
  }

  /** Those to which the table gives other targets. Two statements, however many are open. */
  private List<Handoff.Brief> changed(DecisionTable table, int version) {
    return handoffs.open(
        handoffs.openKinds().stream()
            .filter(kind -> !new TargetRules(kind, table, version).changes().isEmpty())
            .collect(Collectors.toSet()));
  }

  private static boolean isOpen(Handoff handoff) {
    return handoff.endedAt() == null && handoff.targets() != null;
  }
}
