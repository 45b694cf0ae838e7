package com.customerfocus.handoff.target;

import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffTargets;
import com.customerfocus.support.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** What another table of targets means for a handoff that is on its way. */
final class TargetRules {

  private static final Set<HandoffState> BEFORE_OWNING =
      EnumSet.of(HandoffState.REQUESTED, HandoffState.ASKED_BACK);

  private static final Set<HandoffState> BEFORE_ACCEPTANCE =
      EnumSet.of(
          HandoffState.REQUESTED,
          HandoffState.ASKED_BACK,
          HandoffState.DATE_PROPOSED,
          HandoffState.DECLINED);

  private final Handoff.TargetKind handoff;
  private final HandoffTargets now;
  private final HandoffTargets then;

  /**
   * @param version of the table
   */
  TargetRules(Handoff.TargetKind handoff, DecisionTable table, int version) {
    this.handoff = handoff;
    this.now = handoff.targets();
    var values = new HashMap<String, String>();
    values.put(HandoffClocksTable.PARTNER_DEPARTMENT, handoff.partnerDepartment());
    values.put(HandoffClocksTable.PRIORITY, handoff.priority().name());
    values.put(HandoffClocksTable.CUSTOMER_TIER, handoff.tier());
    // The last row of a checked table fits all.
    var row = table.decide(values).orElseThrow();
    this.then =
        new HandoffTargets(
            isOpen(BEFORE_OWNING)
                ? table.output(row, HandoffClocksTable.TIME_TO_OWN)
                : now.timeToOwn(),
            isOpen(BEFORE_ACCEPTANCE) || handoff.state() == HandoffState.ACCEPTED
                ? table.output(row, HandoffClocksTable.TIME_TO_DELIVER)
                : now.timeToDeliver(),
            isOpen(BEFORE_ACCEPTANCE)
                ? table.output(row, HandoffClocksTable.TIME_TO_ANSWER)
                : now.timeToAnswer(),
            "%d: %s".formatted(version, table.output(row, DecisionTable.ROW)));
  }

  private boolean isOpen(Set<HandoffState> states) {
    return states.contains(handoff.state());
  }

  /** The targets by the table; those whose clocks have ended are as they were. */
  HandoffTargets targets() {
    return then;
  }

  /** What is different, a sentence each. */
  List<Sentence> changes() {
    var changes = new ArrayList<Sentence>();
    add(changes, HandoffClocksTable.TIME_TO_OWN, now.timeToOwn(), then.timeToOwn());
    add(changes, HandoffClocksTable.TIME_TO_DELIVER, now.timeToDeliver(), then.timeToDeliver());
    add(changes, HandoffClocksTable.TIME_TO_ANSWER, now.timeToAnswer(), then.timeToAnswer());
    return changes;
  }

  private static void add(List<Sentence> changes, String column, String before, String after) {
    if (!before.equals(after)) {
      changes.add(
          new Sentence(
              "decision.change", new Sentence("decision.column." + column), after, before));
    }
  }
}
