package com.customerfocus.handoff.target;

import com.customerfocus.engine.decision.UploadableTable.ValueCheck;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.worktime.WorkingAmount;
import java.util.Optional;
import java.util.Set;

/**
 * What values the table of targets may have.
 *
 * @param departments ids of the departments that there are
 */
record HandoffClockRules(Set<String> departments) implements ValueCheck {

  @Override
  public Optional<Sentence> fault(String column, String value) {
    return switch (column) {
      case HandoffClocksTable.PARTNER_DEPARTMENT -> unknownDepartment(value);
      case HandoffClocksTable.TIME_TO_OWN,
          HandoffClocksTable.TIME_TO_DELIVER,
          HandoffClocksTable.TIME_TO_ANSWER ->
          noAmount(value);
      default -> Optional.empty();
    };
  }

  private Optional<Sentence> unknownDepartment(String id) {
    return departments.contains(id)
        ? Optional.empty()
        : Optional.of(new Sentence("refusal.handoff.table-department", id));
  }

  private static Optional<Sentence> noAmount(String text) {
    try {
      WorkingAmount.parse(text);
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of(e.sentences().get(0));
    }
  }
}
