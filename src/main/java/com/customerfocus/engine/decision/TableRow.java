package com.customerfocus.engine.decision;

import java.util.List;

/**
 * A row of a decision table, its cells in the order of the columns.
 *
 * @param number from 1
 */
public record TableRow(int number, List<ValueSet> inputs, List<String> outputs) {

  public TableRow {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Whether it fits all inputs. */
  boolean isDefault() {
    return inputs.stream().allMatch(ValueSet.ANY::equals);
  }
}
