package com.customerfocus.customercase.cadence;

import com.customerfocus.engine.decision.UploadableTable.ValueCheck;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.worktime.WorkingAmount;
import java.util.Optional;
import java.util.Set;

/** What values the table of cadences may have. */
record CadenceRules() implements ValueCheck {

  private static final Set<String> AMOUNTS =
      Set.of(
          UpdateCadenceTable.CADENCE,
          UpdateCadenceTable.TIME_TO_ANSWER,
          UpdateCadenceTable.TIME_TO_FIND_OUT);

  @Override
  public Optional<Sentence> fault(String column, String value) {
    if (!AMOUNTS.contains(column)) {
      return Optional.empty();
    }
    try {
      WorkingAmount.parse(value);
      return Optional.empty();
    } catch (InvalidInputException e) {
      return Optional.of(e.sentences().get(0));
    }
  }
}
